SELECT level, count(*), max(node_index) FROM tree_node GROUP BY level ORDER BY level
