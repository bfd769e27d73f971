#include "http/static_files.h"

#include "http/test_server.h"

namespace xiezhi::http {
namespace {

class StaticTest : public ServerTest {};
INSTANTIATE_TEST_SUITE_P(Sqlite, StaticTest, testing::Values(store::Engine::sqlite));

TEST_P(StaticTest, PathsOfTheDeskGetItsPage) {
  for (const char* target : {"/", "/inspection/1", "/case/2?tab=evidence"}) {
    const auto response = get(target);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_NE(response.body.find("<title>desk"), std::string::npos) << target;
    EXPECT_EQ(response.header("cache-control"), "no-cache");
  }
}

TEST_P(StaticTest, MissingFilesAre404) {
  EXPECT_EQ(get("/assets/gone-1a2b3c4d.js").status, 404);
  EXPECT_EQ(get("/favicon.ico").status, 404);
}

TEST_P(StaticTest, HashedNamesAreKeptForEver) {
  EXPECT_EQ(get("/assets/app-1a2b3c4d.js").header("cache-control"), "public, max-age=31536000, immutable");
}

TEST_P(StaticTest, WasmHasItsType) { EXPECT_EQ(get("/core.wasm").header("content-type"), "application/wasm"); }

TEST_P(StaticTest, SameBytesAreNotSentAgain) {
  const auto first = get("/core.wasm");
  const auto again =
      send("GET /core.wasm HTTP/1.1\r\nHost: test\r\nIf-None-Match: " + first.header("etag") + "\r\n\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
}

TEST_P(StaticTest, TextIsSentPackedToThoseWhoTakeIt) {
  const auto packed = send("GET / HTTP/1.1\r\nHost: test\r\nAccept-Encoding: br, gzip\r\n\r\n");
  EXPECT_EQ(packed.header("content-encoding"), "gzip");
  EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
  EXPECT_EQ(get("/").header("content-encoding"), "");
}

TEST_P(StaticTest, NothingOutsideTheFolderCanBeReached) {
  for (const char* target :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt", "//secret.txt",
        "/%2e%2e%5csecret.txt", "/..\\secret.txt", "/assets/%00/secret.txt", "/....//secret.txt"}) {
    const auto response = get(target);
    EXPECT_EQ(response.body.find("not for everybody"), std::string::npos) << target;
    EXPECT_TRUE(response.status == 404 || response.status == 400) << target << " " << response.status;
  }
}

TEST_P(StaticTest, LinksAreNotFollowed) {
  std::filesystem::create_symlink(folder / "secret.txt", folder / "web/link.txt");
  const auto files = StaticFiles::load(folder / "web");
  ASSERT_TRUE(files.ok());
  Request request;
  request.path = "/link.txt";
  EXPECT_EQ(files->serve(request).status, 404);
}

TEST_P(StaticTest, PagesTakeOnlyGet) {
  EXPECT_EQ(send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n").status, 405);
}

}  // namespace
}  // namespace xiezhi::http
