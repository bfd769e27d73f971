#pragma once

#include "app/erasure.h"
#include "cli/product_test_fixture.h"

namespace xiezhi::cli {

/// An enterprise of the ledger with two personal values.
class PrivacyTest : public ProductTest<PrivacyTest> {
 protected:
  static constexpr const char* kName = "欧阳试删";
  static constexpr const char* kPhone = "13912345678";

  void SetUp() override {
    ProductTest::SetUp();
    if (HasFatalFailure()) return;
    const auto answer = product->give("daoli-registrar", "RegisterEnterprise", "enterprise/" + id_, 0,
                                      R"({"name":"某某试验有限公司","division":"230102","legal_representative":")" +
                                          std::string(kName) + R"(","phone":")" + kPhone + "\"}");
    ASSERT_EQ(answer.status, 200) << answer.body;
    connection_ = MUST(store::open(product->address(), store::Access::write));
  }

  [[nodiscard]] app::ErasureRequest request(const std::string& person = "province-admin",
                                            const std::string& reason = "本人要求") const {
    return {"enterprise/" + id_, {}, product->officer(person), reason, kNow};
  }
  base::Result<app::ErasureReport, std::string> erase(const app::ErasureRequest& request) {
    return app::erase_personal_data(*connection_, request);
  }
  /// The dossier as its registrar reads it.
  std::string dossier() { return product->ask("daoli-registrar", http::Method::get, "/api/enterprises/" + id_).body; }

  const std::string id_ = app::time_uuid(kNow.ms);
  std::unique_ptr<store::Connection> connection_;
};

}  // namespace xiezhi::cli
