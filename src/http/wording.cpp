#include "http/wording.h"

#include "base/assert.h"

namespace xiezhi::http {
namespace {

constexpr Wording kWordings[] = {
    {"account.left", 409, "该人员已经离任，账号不能恢复"},
    {"account.name", 400, "账号名须为三至三十二个小写字母、数字或者 . _ -"},
    {"account.own", 409, "不能停用或者重置自己正在使用的账号"},
    {"account.taken", 409, "已有同名账号"},
    {"blob.digest", 422, "文件内容与所报摘要不符，请重新上传"},
    {"blob.offset", 409, "上传位置不符，请从已收到处继续"},
    {"command.conflict", 409, "该事项已被他人更新，请刷新后重试"},
    {"command.failed", 503, "系统暂时无法保存，未作任何记录，请稍后重试"},
    {"command.forbidden", 403, "您没有办理此事项的权限"},
    {"command.invalid", 400, "提交的内容不符合要求"},
    {"command.refused", 422, "依法不能办理"},
    {"command.reused_id", 409, "同一操作编号已用于另一内容"},
    {"command.unknown", 404, "没有这一办理事项"},
    {"http.bad_request", 400, "请求格式有误"},
    {"http.body_too_large", 413, "提交的内容过大"},
    {"http.forbidden", 403, "您没有查看或办理的权限"},
    {"http.header_too_large", 431, "请求头过大"},
    {"http.internal", 500, "系统内部错误"},
    {"http.invalid_parameter", 400, "查询参数有误"},
    {"http.invalid_body", 400, "提交的内容格式有误"},
    {"http.method_not_allowed", 405, "不支持此操作方式"},
    {"http.not_found", 404, "没有找到所要的内容"},
    {"http.not_signed_in", 401, "请先登录"},
    {"http.overloaded", 503, "系统繁忙，请稍后重试"},
    {"http.unavailable", 503, "系统暂时不可用，请稍后重试"},
    {"http.unsupported_media_type", 415, "不支持的内容类型"},
    {"import.failed", 422, "台账未能导入"},
    {"session.csrf", 403, "页面已失效，请刷新后重试"},
    {"session.locked", 429, "登录失败次数过多，账户已锁定十五分钟"},
    {"session.slow_down", 429, "登录过于频繁，请稍后再试"},
    {"session.weak_password", 400, "新密码不符合要求：十至一百二十八个字符，不得与账户名或原密码相同"},
    {"session.wrong_old_password", 403, "原密码错误"},
    {"session.wrong", 401, "账户名或密码错误"},
};

}  // namespace

const Wording& wording_of(std::string_view code) {
  for (const Wording& wording : kWordings) {
    if (wording.code == code) return wording;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace xiezhi::http
