#include "base/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace xiezhi::base {
namespace {

// FIPS 180-4 and the NIST example files for SHA-256.
constexpr char kEmpty[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char kTwoBlocks[] = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr char kLong[] = "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1";
constexpr char kMillion[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

TEST(Sha256, StandardVectors) {
  EXPECT_EQ(to_hex(sha256("")), kEmpty);
  EXPECT_EQ(to_hex(sha256("abc")), kAbc);
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), kTwoBlocks);
  EXPECT_EQ(to_hex(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
                          "lmnopqrsmnopqrstnopqrstu")),
            kLong);
  EXPECT_EQ(to_hex(sha256(std::string(1'000'000, 'a'))), kMillion);
}

TEST(Sha256, ChunksOfAnySizeGiveTheSameDigest) {
  for (const std::size_t chunk : {1u, 3u, 55u, 56u, 63u, 64u, 65u, 127u, 1001u}) {
    Sha256 hasher;
    std::size_t left = 1'000'000;
    while (left > 0) {
      const std::size_t take = chunk < left ? chunk : left;
      hasher.update(std::string(take, 'a'));
      left -= take;
    }
    EXPECT_EQ(to_hex(hasher.finish()), kMillion) << "chunks of " << chunk;
  }
}

TEST(Sha256, EveryLengthAroundABlockAgreesWithByteByByte) {
  for (std::size_t size = 0; size <= 200; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 7 + size);
    Sha256 hasher;
    for (const char& c : bytes) hasher.update({&c, 1});
    EXPECT_EQ(hasher.finish(), sha256(bytes)) << size << " bytes";
  }
}

// Padding to 55, 56 and 64 bytes are the three ways a last block can end. Digests from sha256sum (GNU coreutils).
TEST(Sha256, PaddingAtTheBlockBorder) {
  EXPECT_EQ(to_hex(sha256(std::string(55, 'a'))), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
  EXPECT_EQ(to_hex(sha256(std::string(56, 'a'))), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
  EXPECT_EQ(to_hex(sha256(std::string(64, 'a'))), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

}  // namespace
}  // namespace xiezhi::base
