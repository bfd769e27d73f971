// Accounts and background work as administrators see them, within their place.
#pragma once

#include "app/account.h"
#include "app/readers.h"
#include "app/view/admin_views.h"

namespace xiezhi::app {

QueryResult<AccountList> list_accounts(Readers& readers, const AccountQuery& query, base::Instant now);
/// Where an account stands for an administrator.
enum class AccountStanding : std::uint8_t {
  absent,  ///< there is none of that name within the scope
  open,
  disabled,
  ended  ///< disabled, and its officer no longer serves
};
QueryResult<AccountStanding> standing_of(Readers& readers, const Scope& scope, const std::string& name,
                                         base::Date today);
/// Whether there is an officer of that id within the scope who serves on the day.
QueryResult<bool> officer_within(Readers& readers, const Scope& scope, const std::string& officer, base::Date today);

/// Imports and exports of the place's officers, and the sequencer. `swept_at`: of this server.
QueryResult<JobsView> list_jobs(Readers& readers, const JobsQuery& query, base::Instant now,
                                std::optional<base::Instant> swept_at);

/// 3 to 32 of a–z, 0–9, '.', '_' and '-': what is typed without an input method.
bool acceptable_account_name(std::string_view name);
/// "7f3a-09bc-11de-a2c4": easy to type, 64 random bits.
std::string fresh_password();

}  // namespace xiezhi::app
