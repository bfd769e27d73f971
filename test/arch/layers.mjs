// The arrows of ARCHITECTURE.md: what each layer may use.
// base ← core ← {wasm, store, writ, dmnfile} ← app ← {http ← server, cli}
export const kMayUse = {
  base: [],
  core: ['base'],
  wasm: ['core', 'base'],
  dmnfile: ['core', 'base'],
  lawtool: ['dmnfile', 'core', 'base'],
  store: ['core', 'base'],
  writ: ['core', 'base'],
  app: ['store', 'writ', 'dmnfile', 'core', 'base'],
  http: ['app', 'core', 'base'],
  server: ['http', 'app', 'store', 'core', 'base'],
  cli: ['server', 'http', 'app', 'store', 'writ', 'lawtool', 'dmnfile', 'core', 'base'],
  xiezhi: ['cli'],
};

// What each layer links from outside; nothing where it is not named.
export const kMayLink = {
  dmnfile: /^EXPAT::EXPAT$/,
  writ: /^PkgConfig::PANGO$/,
  store: /^(SQLite::SQLite3|PostgreSQL::PostgreSQL|Threads::Threads)$/,
  app: /^(PkgConfig::(SODIUM|MINIZIP|XLSXWRITER|ICU)|EXPAT::EXPAT|Threads::Threads)$/,
  http: /^(Threads::Threads|ZLIB::ZLIB)$/,
  server: /^Threads::Threads$/,
  cli: /^Threads::Threads$/,
};

// store holds the journal and knows no law: of core it may see the journal's entry and proofs, and text for the search.
export const kNarrower = [{ layer: 'store', uses: 'core', only: ['core/journal/', 'core/text/'] }];

// Third-party headers and the files that may include them.
export const kThirdParty = [
  { header: /^sqlite3\.h$/, only: /^src\/store\// },
  { header: /^libpq-fe\.h$/, only: /^src\/store\// },
  { header: /^rapidjson\//, only: /^src\/base\/json\.cpp$/ },
  { header: /^expat\.h$/, only: /^src\/(dmnfile|app\/sheet)\// },
  { header: /^(minizip\/|xlsxwriter)/, only: /^src\/app\/sheet\// },
  { header: /^unicode\//, only: /^src\/app\/ledger\/initials\.cpp$/ },
  { header: /^(pango\/|cairo|fontconfig\/|hb|qrencode\.h$)/, only: /^src\/writ\// },
  { header: /^sodium\.h$/, only: /^src\/app\// },
  { header: /^boost\/(asio|beast)/, only: /^src\/(http|server)\// },
  { header: /^gtest\//, only: /_(pg)?test\.cpp$|_test_\w+\.h$|\/test_\w+\.(cpp|h)$/ },
];

// The headers a pure layer may not include: input and output, time, chance, threads, locale, floating point, and
// containers whose order differs between libraries.
export const kImpure = new RegExp(
  '^(' +
    [
      'cassert',
      'assert\\.h',
      'iostream',
      'i?o?fstream',
      'i?o?sstream',
      'iomanip',
      'istream',
      'ostream',
      'streambuf',
      'locale',
      'clocale',
      'codecvt',
      'random',
      'regex',
      'chrono',
      'ctime',
      'time\\.h',
      'thread',
      'mutex',
      'shared_mutex',
      'condition_variable',
      'future',
      'atomic',
      'filesystem',
      'cmath',
      'math\\.h',
      'cfenv',
      'complex',
      'valarray',
      'unordered_map',
      'unordered_set',
      'exception',
      'stdexcept',
      'typeinfo',
      'typeindex',
      'csignal',
      'csetjmp',
      'unistd\\.h',
      'pthread\\.h',
      'fcntl\\.h',
      'sys/.*',
      'netinet/.*',
      'arpa/.*',
    ].join('|') +
    ')$',
);
