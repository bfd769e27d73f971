#pragma once

#include "store/test_database.h"

namespace xiezhi::store {

class ConnectionTest : public DatabaseTest {};
class MigrationTest : public DatabaseTest {};

}  // namespace xiezhi::store
