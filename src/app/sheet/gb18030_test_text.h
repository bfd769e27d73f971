// For tests: text in GB18030, as lists from older systems are.
#pragma once

#include <gtest/gtest.h>
#include <iconv.h>

#include <string>

namespace xiezhi::app::sheet {

inline std::string gb18030(const std::string& text) {
  iconv_t handle = iconv_open("GB18030", "UTF-8");
  std::string input = text;
  std::string out(text.size() * 4, '\0');
  char* from = input.data();
  char* to = out.data();
  std::size_t from_left = input.size();
  std::size_t to_left = out.size();
  EXPECT_EQ(iconv(handle, &from, &from_left, &to, &to_left), 0u);
  iconv_close(handle);
  out.resize(out.size() - to_left);
  return out;
}

}  // namespace xiezhi::app::sheet
