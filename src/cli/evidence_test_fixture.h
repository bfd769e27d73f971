#pragma once

#include "base/text.h"
#include "cli/product_test_fixture.h"

namespace xiezhi::cli {

/// Sending a photo, naming it as evidence, looking at it.
class EvidenceTest : public ProductTest<EvidenceTest> {
 protected:
  int send(const std::string& person, const std::string& photo) {
    auto chunk = product->request(person, http::Method::put, at(photo) + "?offset=0", photo);
    chunk.headers.emplace_back("content-digest", "sha-256=:" + base::to_base64(bytes_of(photo)) + ":");
    const auto sent = product->send(std::move(chunk));
    return sent.status == 200 ? finish(person, photo) : sent.status;
  }
  int finish(const std::string& person, const std::string& photo) {
    return product->ask(person, http::Method::post, at(photo) + "/finish", R"({"media_type":"image/png"})").status;
  }
  int look(const std::string& person, const std::string& photo) {
    return product->ask(person, http::Method::get, at(photo)).status;
  }
  std::int64_t received(const std::string& person, const std::string& photo) {
    return *product->read(person, at(photo) + "/received").find("received")->integer();
  }
  /// An inspection of 道里区 with a finding that the photo proves: refers to it.
  void record_finding(const std::string& photo);

  static std::string hex_of(const std::string& photo) { return base::to_hex(base::sha256(photo)); }

 private:
  static std::string bytes_of(const std::string& photo) {
    const base::Hash hash = base::sha256(photo);
    return std::string(base::as_bytes(hash));
  }
  static std::string at(const std::string& photo) { return "/api/blobs/" + hex_of(photo); }
};

}  // namespace xiezhi::cli
