#include "app/stream_cache.h"

#include <gtest/gtest.h>

namespace xiezhi::app {
namespace {

core::engine::Loaded at_version(std::int64_t version) { return {version, nullptr}; }

TEST(StreamCache, GivesWhatWasPutLast) {
  StreamCache cache;
  EXPECT_FALSE(cache.find("inspection/a").has_value());
  cache.put("inspection/a", at_version(1));
  cache.put("inspection/a", at_version(2));
  EXPECT_EQ(cache.find("inspection/a")->version, 2);
}

TEST(StreamCache, ForgetsTheOneUnusedForLongest) {
  StreamCache cache(10'000);  // two states of one entry
  cache.put("inspection/a", at_version(1));
  cache.put("inspection/b", at_version(1));
  EXPECT_TRUE(cache.find("inspection/a").has_value());
  cache.put("inspection/c", at_version(1));
  EXPECT_TRUE(cache.find("inspection/a").has_value());
  EXPECT_FALSE(cache.find("inspection/b").has_value());
  EXPECT_TRUE(cache.find("inspection/c").has_value());
}

TEST(StreamCache, ALongStreamWeighsMoreThanShortOnes) {
  StreamCache cache(20'000);
  cache.put("inspection/a", at_version(1));
  cache.put("inspection/b", at_version(1));
  cache.put("inspection/b", at_version(16));
  EXPECT_FALSE(cache.find("inspection/a").has_value());
  EXPECT_TRUE(cache.find("inspection/b").has_value());
  cache.put("inspection/b", at_version(1));
  cache.put("inspection/a", at_version(1));
  EXPECT_TRUE(cache.find("inspection/b").has_value());
}

TEST(StreamCache, KeepsOneStreamHoweverLong) {
  StreamCache cache(10'000);
  cache.put("inspection/a", at_version(1000));
  EXPECT_TRUE(cache.find("inspection/a").has_value());
}

}  // namespace
}  // namespace xiezhi::app
