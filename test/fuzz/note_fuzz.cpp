// A checkpoint of any bytes is read or refused; what is read is written back to the same checkpoint. A proof of any
// bytes is never taken for true: nothing here is signed.
#include <cstdint>

#include "base/assert.h"
#include "base/codec.h"
#include "core/journal/note.h"
#include "core/journal/proof.h"

namespace {

using namespace xiezhi::core::journal;

const Signer kSigner{"example.org/log", std::string(32, 'k')};
bool refuse(std::string_view, std::string_view, std::string_view) { return false; }
bool accept(std::string_view, std::string_view, std::string_view signature) { return signature.size() == 64; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = parse_checkpoint_text(text);
  if (read.ok()) {
    const auto again = parse_checkpoint_text(checkpoint_text(*read));
    VERIFY(again.ok() && *again == *read);
  }
  VERIFY(!open_checkpoint(text, kSigner, refuse).ok());
  const auto opened = open_checkpoint(text, kSigner, accept);
  VERIFY(!opened.ok() || opened->size >= 0);
  const auto inclusion = xiezhi::base::parse_json<InclusionProof>(text);
  VERIFY(!inclusion.ok() || check(*inclusion, kSigner, refuse).has_value());
  const auto consistency = xiezhi::base::parse_json<ConsistencyProof>(text);
  VERIFY(!consistency.ok() || check(*consistency, kSigner, refuse).has_value());
  return 0;
}
