// Commands on enterprises, and the events they yield.
#pragma once

#include "core/dossier/enterprise.h"
#include "core/rule/command.h"

namespace xiezhi::core::dossier {

struct RegisterEnterprise {
  static constexpr std::string_view kName = "RegisterEnterprise";
  using State = Enterprise;
  std::string name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;
  std::optional<std::string> industry;
  std::optional<std::string> scope;
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;
  std::optional<std::string> address;
  std::string division;
  std::optional<rule::Personal> legal_representative;
  std::optional<rule::Personal> phone;
  std::optional<Status> status;
};
BOOST_DESCRIBE_STRUCT(RegisterEnterprise, (),
                      (name, credit_code, type, industry, scope, registered_on, registered_capital, address, division,
                       legal_representative, phone, status))
XIEZHI_COMMAND(RegisterEnterprise);

/// A field that an update may empty.
enum class Field : std::uint8_t {
  credit_code,
  type,
  industry,
  scope,
  registered_on,
  registered_capital,
  address,
  legal_representative,
  phone
};
BOOST_DESCRIBE_ENUM(Field, credit_code, type, industry, scope, registered_on, registered_capital, address,
                    legal_representative, phone)

/// What is absent stays as it is.
struct UpdateEnterprise {
  static constexpr std::string_view kName = "UpdateEnterprise";
  using State = Enterprise;
  std::optional<std::string> name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;
  std::optional<std::string> industry;
  std::optional<std::string> scope;
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;
  std::optional<std::string> address;
  std::optional<std::string> division;
  std::optional<rule::Personal> legal_representative;
  std::optional<rule::Personal> phone;
  std::optional<Status> status;
  std::optional<std::vector<Field>> cleared;
};
BOOST_DESCRIBE_STRUCT(UpdateEnterprise, (),
                      (name, credit_code, type, industry, scope, registered_on, registered_capital, address, division,
                       legal_representative, phone, status, cleared))
XIEZHI_COMMAND(UpdateEnterprise);

struct AddSite {
  static constexpr std::string_view kName = "AddSite";
  using State = Enterprise;
  std::string site_id;
  std::string name;
  std::string address;
  std::string division;
};
BOOST_DESCRIBE_STRUCT(AddSite, (), (site_id, name, address, division))
XIEZHI_COMMAND(AddSite);

// Events -------------------------------------------------------------------------------------------------------------

struct EnterpriseRegistered {
  static constexpr std::string_view kType = "enterprise_registered.1";
  using State = Enterprise;
  std::string id;
  std::string name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;
  std::optional<std::string> industry;
  std::optional<std::string> scope;
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;
  std::optional<base::Money> registered_capital_fen;
  std::optional<std::string> address;
  std::string division;
  std::optional<rule::Commitment> legal_representative;
  std::optional<rule::Commitment> phone;
  Status status = Status::operating;
};
BOOST_DESCRIBE_STRUCT(EnterpriseRegistered, (),
                      (id, name, credit_code, type, industry, scope, registered_on, registered_capital,
                       registered_capital_fen, address, division, legal_representative, phone, status))

/// Only what changed. A new registered capital brings its amount or none; `cleared` fields become absent.
struct EnterpriseUpdated {
  static constexpr std::string_view kType = "enterprise_updated.1";
  using State = Enterprise;
  std::optional<std::string> name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;
  std::optional<std::string> industry;
  std::optional<std::string> scope;
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;
  std::optional<base::Money> registered_capital_fen;
  std::optional<std::string> address;
  std::optional<std::string> division;
  std::optional<rule::Commitment> legal_representative;
  std::optional<rule::Commitment> phone;
  std::optional<Status> status;
  std::optional<std::vector<Field>> cleared;
};
BOOST_DESCRIBE_STRUCT(EnterpriseUpdated, (),
                      (name, credit_code, type, industry, scope, registered_on, registered_capital,
                       registered_capital_fen, address, division, legal_representative, phone, status, cleared))

struct SiteAdded {
  static constexpr std::string_view kType = "site_added.1";
  using State = Enterprise;
  std::string id;
  std::string name;
  std::string address;
  std::string division;
};
BOOST_DESCRIBE_STRUCT(SiteAdded, (), (id, name, address, division))

/// Written to the enterprise's stream by the case whose decision took effect.
struct PenaltyRecorded {
  static constexpr std::string_view kType = "penalty_recorded.1";
  using State = Enterprise;
  std::string case_id;
  std::string party;  ///< id of the party within the case
  base::Date decided_on;
  std::string instrument;
  bool major_hazard = false;
};
BOOST_DESCRIBE_STRUCT(PenaltyRecorded, (), (case_id, party, decided_on, instrument, major_hazard))

/// The decision behind a penalty was revoked: it counts no more.
struct PenaltyAnnulled {
  static constexpr std::string_view kType = "penalty_annulled.1";
  using State = Enterprise;
  std::string case_id;
  std::string party;  ///< id of the party within the case
};
BOOST_DESCRIBE_STRUCT(PenaltyAnnulled, (), (case_id, party))

void evolve(Enterprise& enterprise, const EnterpriseRegistered& event);
void evolve(Enterprise& enterprise, const EnterpriseUpdated& event);
void evolve(Enterprise& enterprise, const SiteAdded& event);
void evolve(Enterprise& enterprise, const PenaltyRecorded& event);
void evolve(Enterprise& enterprise, const PenaltyAnnulled& event);

}  // namespace xiezhi::core::dossier
