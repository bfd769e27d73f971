# What CMake wants to know of a platform it has not heard of.
set(CMAKE_STATIC_LIBRARY_PREFIX "lib")
set(CMAKE_STATIC_LIBRARY_SUFFIX ".a")
set(CMAKE_EXECUTABLE_SUFFIX ".wasm")
set(CMAKE_EFFECTIVE_SYSTEM_NAME WASI)
