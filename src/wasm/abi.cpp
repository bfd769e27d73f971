// The C ABI of core.wasm, and nothing else: bytes in, bytes out. The host calls `_initialize` once, before anything
// else. A trap means a bug; the instance is to be thrown away then.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/engine/api.h"

namespace {

/// The last answer. It stays readable until the next call.
std::string answer;

std::uint64_t hand_over(std::string text) {
  answer = std::move(text);
  return static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(answer.data())) << 32 | answer.size();
}

}  // namespace

#define XZ_EXPORT(name) extern "C" __attribute__((export_name(#name)))

/// Room for `size` bytes, to be given back with xz_free; 0 when memory is exhausted.
XZ_EXPORT(xz_alloc) void* xz_alloc(std::uint32_t size) { return std::malloc(size); }

XZ_EXPORT(xz_free) void xz_free(void* memory) { std::free(memory); }

/// Takes the law pack that later calls use (UTF-8 JSON, copied). Answers, as xz_call does, "" or what is wrong with it.
XZ_EXPORT(xz_load_pack) std::uint64_t xz_load_pack(const char* bytes, std::uint32_t size) {
  return hand_over(xiezhi::core::engine::load_pack(std::string_view(bytes, size)));
}

/// Takes a request (UTF-8 JSON) and gives the answer's address in the upper and its length in the lower 32 bits.
XZ_EXPORT(xz_call) std::uint64_t xz_call(const char* request, std::uint32_t size) {
  return hand_over(xiezhi::core::engine::call(std::string_view(request, size)));
}
