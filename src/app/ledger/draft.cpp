#include "app/ledger/draft.h"

#include <sodium.h>

#include "app/ledger/enterprise_row.h"
#include "core/journal/format.h"
#include "store/journal.h"

namespace xiezhi::app::ledger {

using core::dossier::EnterpriseRegistered;
using core::journal::Entry;

Entry enterprise_entry(const ImportFrame& frame, const std::string& id, std::int64_t version, std::string_view type,
                       const std::string& division, const std::string& payload, base::Instant now) {
  Entry entry;
  entry.command_id = frame.job.id;
  entry.stream = "enterprise/" + id;
  entry.version = version;
  entry.type = type;
  entry.occurred_at = now;
  entry.recorded_at = now;
  entry.actor = frame.job.actor;
  entry.on_behalf = frame.on_behalf;
  entry.based_on = {{entry.stream, version - 1}};
  entry.law_pack = frame.law_pack;
  entry.core_version = frame.core_version;
  entry.division = division;
  entry.suite = core::journal::kSuite;
  entry.payload = MUST(base::Json::parse(payload));
  return entry;
}

std::optional<core::rule::Commitment> commit_to(const std::optional<std::string>& value,
                                                std::vector<core::journal::PrivateValue>& out) {
  if (!value) return std::nullopt;
  std::string salt(16, '\0');
  randombytes_buf(salt.data(), salt.size());
  out.push_back(core::journal::commit(salt, *value));
  return core::rule::Commitment{out.back().commitment};
}

Draft make_draft(const ImportFrame& frame, const Candidate& candidate, base::Instant now) {
  Draft out;
  std::uint64_t bits = 0;
  randombytes_buf(&bits, sizeof bits);
  out.event = candidate.data;
  out.event.id = enterprise_id(frame.job.first_number + static_cast<std::int64_t>(candidate.row), bits);
  out.event.legal_representative = commit_to(candidate.legal_representative, out.private_values);
  out.event.phone = commit_to(candidate.phone, out.private_values);
  out.row = enterprise_row(out.event, 1, now);
  out.entry = store::entry_row(enterprise_entry(frame, out.event.id, 1, EnterpriseRegistered::kType, out.event.division,
                                                base::to_json(out.event), now));
  return out;
}

}  // namespace xiezhi::app::ledger
