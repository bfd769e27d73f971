#include "app/administration.h"

#include <gtest/gtest.h>

namespace xiezhi::app {
namespace {

TEST(AccountNames, AreTypedWithoutAnInputMethod) {
  for (const char* good : {"daoli-head", "a.b", "li_3", "012"}) EXPECT_TRUE(acceptable_account_name(good)) << good;
  for (const char* bad : {"", "ab", "Daoli", "道里局长", "a b c", "a/b/c"}) {
    EXPECT_FALSE(acceptable_account_name(bad)) << bad;
  }
  EXPECT_TRUE(acceptable_account_name(std::string(32, 'a')));
  EXPECT_FALSE(acceptable_account_name(std::string(33, 'a')));
}

TEST(FreshPasswords, MayBeTakenForAnyAccountAndDiffer) {
  const std::string one = fresh_password();
  EXPECT_TRUE(acceptable(one, "daoli-head")) << one;
  EXPECT_NE(one, fresh_password());
}

}  // namespace
}  // namespace xiezhi::app
