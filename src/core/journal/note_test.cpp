#include "core/journal/note.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace xiezhi::core::journal {
namespace {

// A signature that stands in for Ed25519: the hash of key and message, twice.
std::string toy_signature(std::string_view key, std::string_view message) {
  const std::string hash(base::as_bytes(base::sha256(std::string(key) + std::string(message))));
  return hash + hash;
}
bool toy_verify(std::string_view key, std::string_view message, std::string_view signature) {
  return signature == toy_signature(key, message);
}

const Signer kSigner{"journal.example", std::string(32, 'k')};

Checkpoint sample() { return {"journal.example/heilongjiang", 42, base::sha256("root")}; }

std::string note() {
  return sign_checkpoint(sample(), kSigner,
                         [](std::string_view text) { return toy_signature(kSigner.public_key, text); });
}

bool opens(const std::string& text) { return open_checkpoint(text, kSigner, toy_verify).ok(); }

TEST(Note, SignedCheckpointOpens) {
  const auto opened = open_checkpoint(note(), kSigner, toy_verify);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(*opened, sample());
}

TEST(Note, SignaturesOfOthersArePassedOver) {
  const std::string other = "\u2014 witness.example " + base::to_base64("abcd" + std::string(72, 'w')) + "\n";
  EXPECT_TRUE(opens(note() + other));
  const std::string text = note().substr(0, note().find("\n\n") + 2);
  EXPECT_FALSE(opens(text + other));
}

TEST(Note, AnyChangedByteIsFound) {
  const std::string good = note();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_FALSE(opens(bad)) << i;
  }
}

TEST(Note, MalformedTextsAreRefused) {
  const std::string root = base::to_base64(base::as_bytes(base::sha256("root"))) + "\n";
  EXPECT_TRUE(parse_checkpoint_text("o\n0\n" + root).ok());
  EXPECT_TRUE(parse_checkpoint_text("o\n7\n" + root + "extension\n").ok());
  for (const std::string& bad :
       {"o\n07\n" + root, "o\n-1\n" + root, "o\n\n" + root, "\n7\n" + root, "o\n7\nAAAA\n" + std::string(),
        "o\n7\n" + root + "\n", "o\n7\n" + root.substr(0, 43), "o\r\n7\n" + root, "o\n99999999999999999\n" + root,
        "o\n9007199254740992\n" + root, std::string()}) {
    EXPECT_FALSE(parse_checkpoint_text(bad).ok()) << bad;
  }
}

TEST(Note, KeyIdIsThatOfThePublishedExample) {
  // Example key of golang.org/x/mod/sumdb/note: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
  bool ok = false;
  const std::string blob = base::from_base64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", ok);
  ASSERT_TRUE(ok);
  const Signer peter{"PeterNeumann", blob.substr(1)};
  EXPECT_EQ(base::to_hex(key_id(peter)), "c74f20a3");
  EXPECT_EQ(verifier_key(peter), "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

}  // namespace
}  // namespace xiezhi::core::journal
