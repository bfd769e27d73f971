# Included by the top CMakeLists.txt for WebAssembly, after `layers`.

# boost and rapidjson are header-only, and reached through a folder that holds nothing else: -I/usr/include would bring
# the native C library's headers with them.
set(XIEZHI_THIRD_PARTY_INCLUDE ${CMAKE_BINARY_DIR}/third_party)
file(MAKE_DIRECTORY ${XIEZHI_THIRD_PARTY_INCLUDE})
foreach(library boost rapidjson)
  if(NOT IS_DIRECTORY /usr/include/${library})
    message(FATAL_ERROR "/usr/include/${library} is missing: run script/setup")
  endif()
  file(CREATE_LINK /usr/include/${library} ${XIEZHI_THIRD_PARTY_INCLUDE}/${library} SYMBOLIC)
endforeach()

# -Os is for compiling only: with any -O on the link line clang calls Debian's wasm-opt, which rejects the module.
set(CMAKE_CXX_FLAGS_RELEASE "")
add_compile_options(-Os -ffunction-sections -fdata-sections -fno-exceptions -fno-rtti)

# Every search path is named: clang's own list for this target holds /usr/include, the headers of another machine.
add_compile_options(
  -nostdlibinc "SHELL:-isystem /usr/include/wasm32-wasi/c++/v1" "SHELL:-isystem /usr/include/wasm32-wasi")

# The default stack of 64 KB sits above the globals and overwrites them silently when it overflows; with --stack-first an
# overflow runs off address 0 and traps.
set(XIEZHI_WASM_LINK_OPTIONS
    -mexec-model=reactor
    -Wl,--stack-first
    -Wl,-z,stack-size=1048576
    -Wl,--gc-sections
    -Wl,--strip-all
    -Wl,--fatal-warnings)
