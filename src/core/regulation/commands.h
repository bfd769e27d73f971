// Commands on the lists of a region, and the events they yield.
//
// The events carry entries as the law pack writes them (law::Leniency, law::Circumstance, law::Figure): whatever is
// added to those structs is optional, so that every entry stays readable.
#pragma once

#include "core/regulation/state.h"
#include "core/rule/command.h"

namespace xiezhi::core::regulation {

struct OpenRegulationDraft {
  static constexpr std::string_view kName = "OpenRegulationDraft";
  using State = Regulation;
  std::string body;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(OpenRegulationDraft, (), (body, reason))
XIEZHI_COMMAND(OpenRegulationDraft);

struct SaveRegulationDraft {
  static constexpr std::string_view kName = "SaveRegulationDraft";
  using State = Regulation;
  law::ListContent content;
};
BOOST_DESCRIBE_STRUCT(SaveRegulationDraft, (), (content))
XIEZHI_COMMAND(SaveRegulationDraft);

struct SubmitRegulationDraft {
  static constexpr std::string_view kName = "SubmitRegulationDraft";
  using State = Regulation;
};
BOOST_DESCRIBE_STRUCT(SubmitRegulationDraft, (), ())
XIEZHI_COMMAND(SubmitRegulationDraft);

struct ReturnRegulationDraft {
  static constexpr std::string_view kName = "ReturnRegulationDraft";
  using State = Regulation;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnRegulationDraft, (), (reason))
XIEZHI_COMMAND(ReturnRegulationDraft);

struct WithdrawRegulationDraft {
  static constexpr std::string_view kName = "WithdrawRegulationDraft";
  using State = Regulation;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawRegulationDraft, (), (reason))
XIEZHI_COMMAND(WithdrawRegulationDraft);

struct ApproveRegulationDraft {
  static constexpr std::string_view kName = "ApproveRegulationDraft";
  using State = Regulation;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(ApproveRegulationDraft, (), (opinion))
XIEZHI_COMMAND(ApproveRegulationDraft);

struct PublishRegulation {
  static constexpr std::string_view kName = "PublishRegulation";
  using State = Regulation;
  base::Date effective_on;   ///< first day on which it applies
  std::string published_in;  ///< where the public finds it: document number, site
};
BOOST_DESCRIBE_STRUCT(PublishRegulation, (), (effective_on, published_in))
XIEZHI_COMMAND(PublishRegulation);

// Events -------------------------------------------------------------------------------------------------------------

struct RegulationDraftOpened {
  static constexpr std::string_view kType = "regulation_draft_opened.1";
  using State = Regulation;
  std::string id;
  std::string region;
  law::ListKind kind = law::ListKind::leniency;
  std::string body;
  std::string reason;
  law::ListContent content;  ///< what it begins as
};
BOOST_DESCRIBE_STRUCT(RegulationDraftOpened, (), (id, region, kind, body, reason, content))

struct RegulationDraftSaved {
  static constexpr std::string_view kType = "regulation_draft_saved.1";
  using State = Regulation;
  law::ListContent content;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftSaved, (), (content))

struct RegulationDraftSubmitted {
  static constexpr std::string_view kType = "regulation_draft_submitted.1";
  using State = Regulation;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftSubmitted, (), ())

struct RegulationDraftReturned {
  static constexpr std::string_view kType = "regulation_draft_returned.1";
  using State = Regulation;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftReturned, (), (reason))

struct RegulationDraftWithdrawn {
  static constexpr std::string_view kType = "regulation_draft_withdrawn.1";
  using State = Regulation;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftWithdrawn, (), (reason))

struct RegulationDraftApproved {
  static constexpr std::string_view kType = "regulation_draft_approved.1";
  using State = Regulation;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(RegulationDraftApproved, (), (opinion))

struct RegulationPublished {
  static constexpr std::string_view kType = "regulation_published.1";
  using State = Regulation;
  base::Date from;
  law::ListContent content;  ///< with its day
  std::string published_in;
};
BOOST_DESCRIBE_STRUCT(RegulationPublished, (), (from, content, published_in))

void evolve(Regulation& regulation, const RegulationDraftOpened& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationDraftSaved& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationDraftSubmitted& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationDraftReturned& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationDraftWithdrawn& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationDraftApproved& event, const rule::Meta& meta);
void evolve(Regulation& regulation, const RegulationPublished& event, const rule::Meta& meta);

}  // namespace xiezhi::core::regulation
