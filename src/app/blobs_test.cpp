#include "app/blobs.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"
#include "store/test_database.h"

namespace xiezhi::app {
namespace {

class BlobsTest : public testing::Test {
 protected:
  void SetUp() override {
    MUST(store::migrate(database_.address()));
    connection_ = MUST(store::open(database_.address(), store::Access::write));
  }
  BlobResult<std::int64_t> append(const base::Hash& hash, std::int64_t offset, const std::string& chunk) {
    return blobs_.append({hash, "a"}, offset, chunk, base::sha256(chunk));
  }
  BlobResult<std::int64_t> finish(const base::Hash& hash) {
    return blobs_.finish(*connection_, {hash, "a"}, "image/jpeg", 7);
  }

  store::TestDatabase database_{store::Engine::sqlite};
  Blobs blobs_{database_.address().substr(7) + ".blob"};
  std::unique_ptr<store::Connection> connection_;
  const std::string whole_ = std::string(70'000, 'a') + "照片";
  const base::Hash hash_ = base::sha256(whole_);
};

TEST_F(BlobsTest, InterruptedUploadGoesOnWhereItStands) {
  EXPECT_EQ(MUST(blobs_.received({hash_, "a"})), 0);
  EXPECT_EQ(MUST(append(hash_, 0, whole_.substr(0, 1000))), 1000);
  const Blobs restarted(database_.address().substr(7) + ".blob");
  EXPECT_EQ(MUST(restarted.received({hash_, "a"})), 1000);
  const auto wrong = append(hash_, 900, whole_.substr(900));
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().kind, BlobErrorKind::offset);
  EXPECT_EQ(wrong.error().received, 1000);
  const auto size = static_cast<std::int64_t>(whole_.size());
  EXPECT_EQ(MUST(append(hash_, 1000, whole_.substr(1000))), size);
  EXPECT_FALSE(MUST(find_blob(*connection_, hash_)).has_value());
  EXPECT_EQ(MUST(finish(hash_)), size);
  EXPECT_EQ(MUST(find_blob(*connection_, hash_))->media_type, "image/jpeg");
  EXPECT_EQ(MUST(blobs_.read(hash_, 0, size + 10)), whole_);
  EXPECT_EQ(MUST(blobs_.read(hash_, 69'999, 4)), whole_.substr(69'999, 4));
  EXPECT_TRUE(blobs_.path(hash_).ends_with("/" + base::to_hex(hash_).substr(0, 2) + "/" + base::to_hex(hash_)));
}

TEST_F(BlobsTest, NothingIsSentAgainByWhoMaySeeIt) {
  MUST(append(hash_, 0, whole_));
  const auto size = MUST(finish(hash_));
  const Upload seen{hash_, "a", true};
  EXPECT_EQ(MUST(blobs_.finish(*connection_, seen, "image/png", 8)), size);
  EXPECT_EQ(MUST(blobs_.append(seen, 0, "more", base::sha256("more"))), size);
  EXPECT_EQ(MUST(blobs_.received(seen)), size);
  EXPECT_EQ(MUST(find_blob(*connection_, hash_))->recorded_at, 7);
}

TEST_F(BlobsTest, WhoMayNotSeeItSendsItWhole) {
  MUST(append(hash_, 0, whole_));
  MUST(finish(hash_));
  const Upload other{hash_, "b"};
  EXPECT_EQ(MUST(blobs_.received(other)), 0);
  EXPECT_EQ(blobs_.finish(*connection_, other, "image/jpeg", 8).error().kind, BlobErrorKind::missing);
  EXPECT_EQ(MUST(blobs_.append(other, 0, whole_, hash_)), static_cast<std::int64_t>(whole_.size()));
  EXPECT_EQ(MUST(blobs_.finish(*connection_, other, "image/jpeg", 8)), static_cast<std::int64_t>(whole_.size()));
  EXPECT_EQ(MUST(find_blob(*connection_, hash_))->recorded_at, 7);
}

TEST_F(BlobsTest, NobodyFinishesWhatAnotherSent) {
  MUST(append(hash_, 0, whole_));
  EXPECT_EQ(blobs_.finish(*connection_, {hash_, "b"}, "image/jpeg", 7).error().kind, BlobErrorKind::missing);
  EXPECT_FALSE(MUST(find_blob(*connection_, hash_)).has_value());
}

TEST_F(BlobsTest, DamagedChunkIsNotAppended) {
  const auto damaged = blobs_.append({hash_, "a"}, 0, "other", base::sha256("chunk"));
  ASSERT_FALSE(damaged.ok());
  EXPECT_EQ(damaged.error().kind, BlobErrorKind::digest);
  EXPECT_EQ(MUST(blobs_.received({hash_, "a"})), 0);
}

TEST_F(BlobsTest, WholeThatIsNotItsNameIsDiscarded) {
  MUST(append(hash_, 0, "something else"));
  const auto finished = finish(hash_);
  ASSERT_FALSE(finished.ok());
  EXPECT_EQ(finished.error().kind, BlobErrorKind::digest);
  EXPECT_EQ(MUST(blobs_.received({hash_, "a"})), 0);
  EXPECT_EQ(blobs_.read(hash_, 0, 1).error().kind, BlobErrorKind::missing);
  EXPECT_EQ(finish(hash_).error().kind, BlobErrorKind::missing);
  EXPECT_FALSE(MUST(find_blob(*connection_, hash_)).has_value());
}

}  // namespace
}  // namespace xiezhi::app
