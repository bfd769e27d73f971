// XML that comes piece by piece: elements and text are handed over as they are met. Strict and within limits: no
// document type, bounded depth and tokens. A handler may pause the reading and have it go on later.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/sheet/zip_part.h"

struct XML_ParserStruct;

namespace xiezhi::app::sheet {

/// Attributes of an element, names without prefix; alive while the handler runs.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  /// Null when there is none of that name.
  [[nodiscard]] const char* find(std::string_view name) const;

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

class XmlStream {
 public:
  /// The handler outlives the stream.
  XmlStream(ZipPart part, XmlHandler& handler);
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;
  ~XmlStream();

  /// Reads until the handler pauses (true) or the part ends (false).
  SheetResult<bool> advance();
  /// advance() until the end.
  base::Result<base::Unit, SheetFault> read_all();

  // For the handler, while it runs.
  void pause();
  void refuse(SheetFault fault);
  /// Byte of the part where the parser stands.
  [[nodiscard]] std::uint64_t offset() const;
  [[nodiscard]] const ZipPart& part() const { return part_; }

  // Called by the parser.
  void on_start(const char* name, const char** attributes);
  void on_end(const char* name);
  void on_text(std::string_view piece) { handler_.text(piece); }

 private:
  SheetResult<bool> settle(int status);
  [[nodiscard]] SheetFault broken() const;

  ZipPart part_;
  XmlHandler& handler_;
  XML_ParserStruct* parser_;
  std::optional<SheetFault> fault_;
  std::uint64_t fed_ = 0;
  std::size_t depth_ = 0;
  bool paused_ = false;
  bool ended_ = false;
};

}  // namespace xiezhi::app::sheet
