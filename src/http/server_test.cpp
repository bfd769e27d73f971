#include "http/server.h"

#include "http/body_route.h"
#include "http/test_server.h"

namespace xiezhi::http {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHealth = "GET /api/health HTTP/1.1\r\nHost: test\r\n\r\n";

struct UploadView {
  std::int64_t size = 0;
  base::Hash sha256{};
};
BOOST_DESCRIBE_STRUCT(UploadView, (), (size, sha256))

class ProtocolTest : public ServerTest {
 protected:
  void SetUp() override {
    settings.header_limit = 400ms;
    settings.body_limit = 400ms;
    settings.idle_limit = 400ms;
    ServerTest::SetUp();
  }
  void add_routes(RouteTable& table) override {
    table.add(body_route<Nothing, base::Json, base::Json>(
        Method::post, "/api/echo", Public{}, "回显",
        [](const Call&, Nothing, const base::Json& body, const Respond& respond) {
          respond(json_response(200, body.canonical()));
        }));
    table.add(
        body_route<Nothing, Nothing, UploadView>(
            Method::put, "/api/upload", Public{}, "上传",
            [](const Call& call, Nothing, Nothing, const Respond& respond) {
              const SpooledFile& file = *call.request.file;
              respond(json_response(200, base::to_json(UploadView{static_cast<std::int64_t>(file.size), file.sha256})));
            })
            .streams_body());
    table.add(body_route<Nothing, Nothing, Nothing>(
        Method::get, "/api/throws", Public{}, "异常",
        [](const Call&, Nothing, Nothing, const Respond&) { throw std::runtime_error("inside"); }));
    table.add(body_route<Nothing, Nothing, Nothing>(Method::get, "/api/file", Public{}, "文件",
                                                    [this](const Call&, Nothing, Nothing, const Respond& respond) {
                                                      Response out;
                                                      out.file = folder / "secret.txt";
                                                      respond(std::move(out));
                                                    }));
    table.add(body_route<Nothing, Nothing, Nothing>(Method::get, "/api/later", Public{}, "稍后",
                                                    [this](const Call&, Nothing, Nothing, const Respond& respond) {
                                                      later = respond;
                                                      asked.store(true);
                                                      asked.notify_all();
                                                    }));
  }

  Respond later;
  std::atomic<bool> asked = false;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, ProtocolTest, testing::Values(store::Engine::sqlite));

TEST_P(ProtocolTest, OneConnectionServesManyRequests) {
  RawClient client(server->port());
  for (int i = 0; i < 3; ++i) {
    client.send(kHealth);
    EXPECT_EQ(client.receive().status, 200);
  }
}

TEST_P(ProtocolTest, PipelinedRequestsAreAnsweredInOrder) {
  RawClient client(server->port());
  client.send(std::string(kHealth) + "GET /api/nothing HTTP/1.1\r\nHost: test\r\n\r\n" + kHealth);
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(client.receive().status, 404);
  EXPECT_EQ(client.receive().status, 200);
}

TEST_P(ProtocolTest, EveryAnswerCarriesTheSecurityHeaders) {
  for (const char* target : {"/api/health", "/api/nothing", "/", "/assets/app-1a2b3c4d.js"}) {
    const auto response = get(target);
    EXPECT_NE(response.header("content-security-policy").find("frame-ancestors 'self'"), std::string::npos) << target;
    EXPECT_EQ(response.header("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(response.header("referrer-policy"), "no-referrer") << target;
  }
}

TEST_P(ProtocolTest, OversizedHeaderIs431) {
  const auto response = send("GET / HTTP/1.1\r\nHost: test\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n");
  EXPECT_EQ(response.status, 431);
  EXPECT_EQ(response.header("connection"), "close");
}

TEST_P(ProtocolTest, OversizedTargetIs431) {
  EXPECT_EQ(send("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: test\r\n\r\n").status, 431);
}

TEST_P(ProtocolTest, GarbageIs400) {
  EXPECT_EQ(send("\x16\x03\x01 hello\r\n\r\n").status, 400);
  EXPECT_EQ(send("GET noslash HTTP/1.1\r\nHost: test\r\n\r\n").status, 400);
  EXPECT_EQ(send("GET / HTTP/1.1\r\n\r\n").status, 400) << "no Host";
  EXPECT_EQ(send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").status, 400) << "two Hosts";
}

TEST_P(ProtocolTest, UnknownMethodIs405) {
  EXPECT_EQ(send("BREW / HTTP/1.1\r\nHost: test\r\n\r\n").status, 405);
  EXPECT_EQ(send("TRACE / HTTP/1.1\r\nHost: test\r\n\r\n").status, 405);
}

TEST_P(ProtocolTest, BadChunkIs400) {
  const std::string head =
      "POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(send(head + "zz\r\n{}\r\n0\r\n\r\n").status, 400);
  EXPECT_EQ(send(head + "2\r\n{}0\r\n\r\n").status, 400);
  const auto good = send(head + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
  EXPECT_EQ(good.status, 200);
  EXPECT_EQ(good.body, "{}");
}

TEST_P(ProtocolTest, TwoLengthsAreRefused) {
  EXPECT_EQ(send("POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                 "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{}")
                .status,
            400);
  EXPECT_EQ(send("POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                 "Content-Length: 3\r\n\r\n{} ")
                .status,
            400);
}

TEST_P(ProtocolTest, BodyOverTheLimitIs413) {
  const std::string head = "POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n";
  EXPECT_EQ(send(head + "Content-Length: 99999999\r\n\r\n{").status, 413);
  RawClient chunked(server->port());
  chunked.send(head + "Transfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "40000\r\n" + std::string(0x40000, ' ') + "\r\n";
  for (int i = 0; i < 5; ++i) chunked.send(chunk);
  EXPECT_EQ(chunked.receive().status, 413);
}

TEST_P(ProtocolTest, BodyAtTheLimitPasses) {
  const std::string body = "\"" + std::string(kJsonBodyLimit - 2, 'a') + "\"";
  EXPECT_EQ(request("POST", "/api/echo", {}, body).status, 200);
  EXPECT_EQ(request("POST", "/api/echo", {}, body + " ").status, 413);
}

TEST_P(ProtocolTest, SlowHeaderIsCutOff) {
  RawClient client(server->port());
  client.send("GET /api/hea");
  EXPECT_TRUE(client.closed());
}

TEST_P(ProtocolTest, SlowBodyIsCutOff) {
  RawClient client(server->port());
  client.send("POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
  EXPECT_TRUE(client.closed());
}

TEST_P(ProtocolTest, IdleConnectionIsClosed) {
  RawClient client(server->port());
  client.send(kHealth);
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_TRUE(client.closed());
}

TEST_P(ProtocolTest, BodyCutOffByTheClientIsNoRequest) {
  RawClient client(server->port());
  client.send("POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
  client.finish_sending();
  EXPECT_NE(client.receive().status, 200);
}

TEST_P(ProtocolTest, OtherContentTypesAre415) {
  EXPECT_EQ(
      send("POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}").status,
      415);
}

TEST_P(ProtocolTest, ExpectContinueIsAnswered) {
  RawClient client(server->port());
  client.send(
      "POST /api/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  client.send("{}");
  EXPECT_EQ(client.receive().status, 200);
}

TEST_P(ProtocolTest, AnExceptionBecomesAProblem) {
  const auto response = get("/api/throws");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.header("content-type"), "application/problem+json");
  EXPECT_NE(response.body.find("\"code\":\"http.internal\""), std::string::npos);
  EXPECT_EQ(response.body.find("inside"), std::string::npos) << "the client learns nothing of the inside";
  EXPECT_EQ(get("/api/health").status, 200);
}

TEST_P(ProtocolTest, UploadsGoToDiskAndAreHashed) {
  const std::string body(3'000'000, 'x');
  const auto response = send("PUT /api/upload HTTP/1.1\r\nHost: test\r\nContent-Length: 3000000\r\n\r\n" + body);
  EXPECT_EQ(response.status, 200);
  const auto view = base::parse_json<UploadView>(response.body);
  ASSERT_TRUE(view.ok());
  EXPECT_EQ(view->size, 3'000'000);
  EXPECT_EQ(view->sha256, base::sha256(body));
  server->stop();  // the request is over, so its file is gone
  EXPECT_TRUE(std::filesystem::is_empty(folder / "spool"));
}

TEST_P(ProtocolTest, FilesAreSentWholeAndInParts) {
  EXPECT_EQ(get("/api/file").body, "not for everybody");
  const auto part = send("GET /api/file HTTP/1.1\r\nHost: test\r\nRange: bytes=4-6\r\n\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "for");
  EXPECT_EQ(part.header("content-range"), "bytes 4-6/17");
  EXPECT_EQ(send("GET /api/file HTTP/1.1\r\nHost: test\r\nRange: bytes=17-\r\n\r\n").status, 416);
}

TEST_P(ProtocolTest, HeadHasTheLengthAndNoBody) {
  RawClient client(server->port());
  client.send("HEAD /api/health HTTP/1.1\r\nHost: test\r\n\r\n" + std::string(kHealth));
  const auto head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), "15");
  EXPECT_EQ(client.receive().body, "{\"status\":\"ok\"}");
}

TEST_P(ProtocolTest, StoppingLetsTheRequestInFlightFinish) {
  RawClient client(server->port());
  client.send("GET /api/later HTTP/1.1\r\nHost: test\r\n\r\n");
  asked.wait(false);
  std::thread stopper([this] { server->stop(); });
  later(json_response(200, "{}"));
  EXPECT_EQ(client.receive().status, 200);
  stopper.join();
  EXPECT_TRUE(client.closed());
}

TEST_P(ProtocolTest, StoppingDoesNotWaitForIdleConnections) {
  RawClient client(server->port());
  client.send(kHealth);
  EXPECT_EQ(client.receive().status, 200);
  server->stop();
  EXPECT_TRUE(client.closed());
}

TEST_P(ProtocolTest, ATakenPortIsAnError) {
  ServerSettings same = settings;
  same.port = server->port();
  const auto second = Server::start(same, *api);
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.error().find("cannot listen"), std::string::npos);
}

}  // namespace
}  // namespace xiezhi::http
