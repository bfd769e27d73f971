#include "writ/font_files.h"

#include <hb-subset.h>
#include <iconv.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <memory>

#include "base/sha256.h"
#include "writ/handle.h"

namespace xiezhi::writ {
namespace {

namespace fs = std::filesystem;
using Failure = base::Err<std::string>;

struct HbRelease {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <typename T>
using Hb = std::unique_ptr<T, HbRelease>;

/// Changes with what is kept, so that files made by an older program are not used.
constexpr std::string_view kRecipe = "1";

struct Face {
  const char* family;
  int weight;
  const char* name;  ///< of the file made from it
  bool with_rest;    ///< also the characters that are not common
};
constexpr Face kFaces[] = {{kSerifFamily, FC_WEIGHT_REGULAR, "serif", true},
                           {kSerifFamily, FC_WEIGHT_BOLD, "serif-bold", false},
                           {kSansFamily, FC_WEIGHT_REGULAR, "sans", false}};

struct Source {
  std::string file;
  int index = 0;
};

base::Result<Source, std::string> locate(const Face& face) {
  const Handle<FcPattern> wanted(
      FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, face.family, FC_WEIGHT, FcTypeInteger, face.weight, nullptr));
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultMatch;
  const Handle<FcPattern> found(FcFontMatch(nullptr, wanted.get(), &result));
  FcChar8* family = nullptr;
  FcChar8* file = nullptr;
  Source out;
  const bool complete = found && FcPatternGetString(found.get(), FC_FAMILY, 0, &family) == FcResultMatch &&
                        FcPatternGetString(found.get(), FC_FILE, 0, &file) == FcResultMatch &&
                        FcPatternGetInteger(found.get(), FC_INDEX, 0, &out.index) == FcResultMatch;
  const std::string name = complete ? reinterpret_cast<const char*>(family) : "";
  if (name != face.family) return Failure{std::string("the font ") + face.family + " is not installed"};
  out.file = reinterpret_cast<const char*>(file);
  return out;
}

/// GB/T 2312 and the punctuation around it: over 99.9 % of running text.
base::Result<Hb<hb_set_t>, std::string> common_characters() {
  Hb<hb_set_t> out(hb_set_create());
  constexpr std::pair<hb_codepoint_t, hb_codepoint_t> kRanges[] = {
      {0x20, 0x7E}, {0xA0, 0xFF}, {0x2000, 0x206F}, {0x2460, 0x2473}, {0x3000, 0x303F}, {0xFF00, 0xFFEF}};
  for (const auto& [first, last] : kRanges) hb_set_add_range(out.get(), first, last);
  const iconv_t converter = iconv_open("UTF-32LE", "GB2312");
  if (converter == reinterpret_cast<iconv_t>(-1)) return Failure{"iconv does not know GB2312"};
  for (int high = 0xA1; high <= 0xF7; ++high) {
    for (int low = 0xA1; low <= 0xFE; ++low) {
      char bytes[2] = {static_cast<char>(high), static_cast<char>(low)};
      std::uint32_t code_point = 0;
      char* from = bytes;
      char* to = reinterpret_cast<char*>(&code_point);
      std::size_t left = sizeof bytes;
      std::size_t space = sizeof code_point;
      const bool known = iconv(converter, &from, &left, &to, &space) != static_cast<std::size_t>(-1);
      if (known) hb_set_add(out.get(), code_point);
      if (!known) iconv(converter, nullptr, nullptr, nullptr, nullptr);
    }
  }
  iconv_close(converter);
  return out;
}

/// A font of just these characters, upright, without features: forms of Chinese need none.
base::Result<std::string, std::string> cut(hb_face_t* face, const hb_set_t* characters) {
  const Hb<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return Failure{"no memory for a font"};
  hb_set_union(hb_subset_input_unicode_set(input.get()), characters);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
                             HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'm', 't', 'x'),
                             HB_TAG('v', 'h', 'e', 'a'), HB_TAG('D', 'S', 'I', 'G')}) {
    hb_set_add(dropped, tag);
  }
  const Hb<hb_face_t> subset(hb_subset_or_fail(face, input.get()));
  if (!subset) return Failure{"the font cannot be cut down"};
  const Hb<hb_blob_t> blob(hb_face_reference_blob(subset.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  return std::string(bytes, length);
}

base::Result<base::Unit, std::string> write_whole(const fs::path& path, const std::string& bytes) {
  const fs::path partial = path.string() + "." + std::to_string(getpid());
  std::ofstream out(partial, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failed;
  fs::rename(partial, path, failed);
  if (!out || failed) return Failure{"cannot write " + path.string()};
  return base::Unit{};
}

std::string key_of(const Source& source) {
  std::error_code ignored;
  const auto size = fs::file_size(source.file, ignored);
  const auto written = fs::last_write_time(source.file, ignored).time_since_epoch().count();
  const std::string text = std::string(kRecipe) + "\n" + source.file + "\n" + std::to_string(source.index) + "\n" +
                           std::to_string(size) + "\n" + std::to_string(written) + "\n" + hb_version_string();
  return base::to_hex(base::sha256(text)).substr(0, 16);
}

base::Result<base::Unit, std::string> make(const Source& source, const fs::path& common, const fs::path& rest,
                                           bool with_rest) {
  const Hb<hb_blob_t> blob(hb_blob_create_from_file_or_fail(source.file.c_str()));
  if (!blob) return Failure{"cannot read " + source.file};
  const Hb<hb_face_t> face(hb_face_create(blob.get(), static_cast<unsigned>(source.index)));
  const auto characters = TRY(common_characters());
  const std::string made = TRY(cut(face.get(), characters.get()));
  TRY(write_whole(common, made));
  if (!with_rest) return base::Unit{};
  const Hb<hb_set_t> others(hb_set_create());
  hb_face_collect_unicodes(face.get(), others.get());
  hb_set_subtract(others.get(), characters.get());
  const std::string made_rest = TRY(cut(face.get(), others.get()));
  return write_whole(rest, made_rest);
}

}  // namespace

base::Result<std::vector<std::string>, std::string> prepare_fonts(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return Failure{"cannot make " + folder.string() + ": " + failed.message()};
  std::vector<std::string> common;
  std::vector<std::string> rest;
  for (const Face& face : kFaces) {
    const Source source = TRY(locate(face));
    const fs::path common_file = folder / (std::string(face.name) + "-" + key_of(source) + ".otf");
    const fs::path rest_file = folder / (std::string(face.name) + "-rest-" + key_of(source) + ".otf");
    const bool there = fs::exists(common_file) && (!face.with_rest || fs::exists(rest_file));
    if (!there) TRY(make(source, common_file, rest_file, face.with_rest));
    common.push_back(common_file.string());
    if (face.with_rest) rest.push_back(rest_file.string());
  }
  common.insert(common.end(), rest.begin(), rest.end());
  return common;
}

}  // namespace xiezhi::writ
