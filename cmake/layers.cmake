# A layer is a static library named after its directory. Every *.cpp below it belongs to it, every x_test.cpp to its
# test program, so a new file needs no line here. Layers link only what the arrows of ARCHITECTURE.md allow.

set(XIEZHI_WARNINGS -Wall -Wextra -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees uninitialised members in moves of std::variant that cannot happen; Clang checks the same code.
  list(APPEND XIEZHI_WARNINGS -Wno-maybe-uninitialized)
endif()

# Third-party headers count as system headers: warnings are for our own code.
set(XIEZHI_THIRD_PARTY_INCLUDE "" CACHE PATH "Private folder with the boost and rapidjson headers (WebAssembly only)")

function(xiezhi_layer name)
  cmake_parse_arguments(ARG "PURE" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(pg)?test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_(pg)?test\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  if(XIEZHI_THIRD_PARTY_INCLUDE)
    target_include_directories(${name} SYSTEM PUBLIC ${XIEZHI_THIRD_PARTY_INCLUDE})
  endif()
  target_compile_options(${name} PRIVATE ${XIEZHI_WARNINGS})
  if(ARG_PURE)
    target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
  endif()
  target_link_libraries(${name} PUBLIC ${ARG_LINKS})
  if(tests AND NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
    find_package(GTest REQUIRED)
    add_executable(${name}_test ${tests})
    target_compile_options(${name}_test PRIVATE ${XIEZHI_WARNINGS})
    target_compile_definitions(${name}_test PRIVATE XIEZHI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name}_test PRIVATE ${name} GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
