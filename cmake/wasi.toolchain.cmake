# The WebAssembly toolchain: clang 16, lld 16, wasi-libc and libc++ 16, all from Debian 12.
#   cmake -S . -B build/wasm -G Ninja --toolchain cmake/wasi.toolchain.cmake
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})  # Platform/WASI.cmake

set(CMAKE_CXX_COMPILER clang++-16)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_WORKS ON)  # a probe would be linked without our traps for abort

# lld writes a static library as one relocatable object: Debian's ar makes no symbol table of wasm objects, and llvm-ar
# would be 117 MB more to install. Unused functions are dropped by the final link all the same.
set(CMAKE_CXX_CREATE_STATIC_LIBRARY "wasm-ld-16 -r -o <TARGET> <OBJECTS>")
