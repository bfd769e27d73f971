#include "http/body_sink.h"

#include "app/account_secret.h"

namespace xiezhi::http {

BodySink::BodySink(const BodyPlan& plan) : limit_(plan.limit) {
  if (plan.spool_directory.empty()) return;
  file_ = std::make_shared<SpooledFile>(plan.spool_directory / ("body-" + app::random_token().substr(0, 32)));
  out_.reset(std::fopen(file_->path().c_str(), "wbx"));
}

BodySink::Taken BodySink::take(std::string_view piece) {
  size_ += piece.size();
  if (size_ > limit_) return Taken::too_large;
  if (!file_) {
    memory_.append(piece);
    return Taken::yes;
  }
  hash_.update(piece);
  const bool written = out_ && std::fwrite(piece.data(), 1, piece.size(), out_.get()) == piece.size();
  return written ? Taken::yes : Taken::disk_failed;
}

BodySink::Taken BodySink::finish(Request& request) {
  if (!file_) {
    request.body = std::move(memory_);
    return Taken::yes;
  }
  const bool flushed = out_ && std::fflush(out_.get()) == 0;
  out_.reset();
  if (!flushed) return Taken::disk_failed;
  file_->size = size_;
  file_->sha256 = hash_.finish();
  request.file = std::move(file_);
  return Taken::yes;
}

}  // namespace xiezhi::http
