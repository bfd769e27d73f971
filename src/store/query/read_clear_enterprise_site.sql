DELETE FROM enterprise_site
