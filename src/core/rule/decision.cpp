#include "core/rule/decision.h"

#include "base/sha256.h"
#include "base/text.h"

namespace xiezhi::core::rule {

Commitment Outcome::commit(const Personal& personal) {
  if (personal.value.empty()) return {};
  VERIFY(private_values.size() < salts_.size());
  const std::string& salt = salts_[private_values.size()];
  VERIFY(salt.size() == 16);
  const std::string hex = base::to_hex(base::sha256(salt + personal.value));
  private_values.push_back({hex, base::to_hex(salt), personal.value});
  return {hex};
}

}  // namespace xiezhi::core::rule
