SELECT coalesce(max(id), '') FROM remark
