// What libbase.a and libcore.a need from outside: memory, the C++ library's pure parts, and a way to die. Nothing else.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const title = 'libbase.a and libcore.a need no forbidden symbol';
export const needsBuild = true;

const kC =
  /^(mem(chr|cmp|cpy|move|set)|str(len|cmp)|bcmp|malloc|free|realloc|calloc|abort|__stack_chk_fail|__dso_handle|_GLOBAL_OFFSET_TABLE_|__cxa_(atexit|guard_acquire|guard_release|guard_abort|pure_virtual|rethrow|begin_catch|end_catch|throw_bad_array_new_length)|__gxx_personality_v0|_Unwind_Resume|__cxa_call_unexpected|__u?(div|mod)ti3|__u?divmodti4|__popcountdi2|__libc_single_threaded)$/;
const kReportsAssertions = { 'assert.cpp.o': ['stderr', 'fprintf', 'fputs', 'fwrite'] };
// Parts of the C++ library with a hidden input or another answer on another library.
const kImpureCpp =
  /std::(__1::|__cxx11::)?(basic_[io]?f?stream|basic_[io]?stringstream|basic_streambuf|ios_base|locale|ctype|num_(get|put)|random_device|chrono|thread|this_thread|mutex|condition_variable|filesystem|regex|_Rb_tree_random|__detail::_Prime_rehash|shuffle|cout|cerr|clog)|__cxa_(throw|allocate_exception)\b|__dynamic_cast|typeinfo for/;
// Thrown by the library where -fno-exceptions turns it into an abort.
const kLibraryThrows = /^std::__throw_/;

/** [{ object, symbol }] of undefined symbols. */
function undefinedOf(archive) {
  const out = [];
  let object = '';
  for (const line of execFileSync('nm', ['-u', archive], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n')) {
    const head = /^(\S+\.o):$/.exec(line);
    if (head) object = head[1];
    const found = /^\s+[Uwv]\s+(\S+)/.exec(line);
    if (found) out.push({ object, symbol: found[1] });
  }
  return out;
}

function demangle(symbols) {
  if (symbols.length === 0) return [];
  return execFileSync('c++filt', { input: symbols.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
}

export function faultOf(object, symbol, plain) {
  if (symbol.startsWith('_Z')) {
    if (kImpureCpp.test(plain)) return `${object} needs ${plain}`;
    if (/^(xiezhi::|non-virtual|vtable for xiezhi|guard variable)/.test(plain) || /\bxiezhi::/.test(plain)) return null;
    if (/^(std::|operator (new|delete)|vtable for|typeinfo|void std::|bool std::|__gnu_cxx::)/.test(plain)) return null;
    return /\bstd::/.test(plain) || kLibraryThrows.test(plain) ? null : `${object} needs ${plain}`;
  }
  if (kC.test(symbol) || kReportsAssertions[object]?.includes(symbol)) return null;
  if (/^__(asan|ubsan|sanitizer|gcov|llvm)_/.test(symbol)) return null;
  return `${object} needs ${symbol}`;
}

export function check({ build, symbols }) {
  const problems = new Set();
  for (const layer of symbols ? ['given'] : ['base', 'core']) {
    const archive = symbols ? null : path.join(build, 'src', layer, `lib${layer}.a`);
    const needed = symbols ?? (fs.existsSync(archive) ? undefinedOf(archive) : []);
    if (needed.length === 0) problems.add(`lib${layer}.a: not built, or nm found nothing`);
    const plain = demangle(needed.map((one) => one.symbol));
    needed.forEach(({ object, symbol }, i) => {
      const fault = faultOf(object, symbol, plain[i]);
      if (fault) problems.add(`lib${layer}.a: ${fault}`);
    });
  }
  return [...problems];
}

export const violations = [
  'time',
  'clock_gettime',
  'rand',
  'open',
  'socket',
  'getenv',
  'pthread_create',
  'printf',
  'fprintf',
  '__cxa_throw',
  '_ZSt4cout',
  '_ZNSt6chrono3_V212system_clock3nowEv',
  '_ZNSt13random_device9_M_getvalEv',
  '_ZNSt6localeC1Ev',
].map((symbol) => ({ symbols: [{ object: 'x.cpp.o', symbol }] }));
