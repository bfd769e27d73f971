// The fonts of documents, cut down once. Noto CJK has 65,535 glyphs a face, and cairo walks through all of them for
// each face of each PDF: 20 ms and more. So each face is split into a file of the characters that texts are made of
// and, for the face of the running text, one of all others, which only a rare name needs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace xiezhi::writ {

inline constexpr const char* kSerifFamily = "Noto Serif CJK SC";  // 宋体
inline constexpr const char* kSansFamily = "Noto Sans CJK SC";    // 黑体

/// Paths of the font files, the common characters first. Made in `folder` if they are not there; a second process that
/// makes them at the same time makes the same. An error is a sentence for the operator: the fonts are not installed,
/// the folder cannot be written.
base::Result<std::vector<std::string>, std::string> prepare_fonts(const std::filesystem::path& folder);

}  // namespace xiezhi::writ
