SELECT enterprise || '/' || id, name, address, division FROM enterprise_site WHERE enterprise || '/' || id > $1 ORDER
  BY enterprise || '/' || id LIMIT $2
