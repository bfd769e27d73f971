# The templates of law/writ as one C++ constant: a list of file names and texts that `writ::built_in()` gives out.

function(xiezhi_writ_library target source_dir)
  set(script ${CMAKE_SOURCE_DIR}/cmake/writ_library.cmake)
  set(output ${CMAKE_BINARY_DIR}/generated/writ/library.cpp)
  file(GLOB files CONFIGURE_DEPENDS ${source_dir}/*.writ ${source_dir}/*.json)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${source_dir} -DOUTPUT=${output} -P ${script}
    DEPENDS ${files} ${script}
    COMMENT "Document templates" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

function(xiezhi_writ_source source_dir output)
  set(text "// Generated from law/writ by cmake/writ_library.cmake.\n#include \"writ/library.h\"\n\n")
  string(APPEND text "namespace xiezhi::writ {\nnamespace {\n\nconstexpr SourceFile kFiles[] = {\n")
  file(GLOB files ${source_dir}/*.writ ${source_dir}/*.json)
  list(SORT files)
  foreach(file IN LISTS files)
    cmake_path(GET file FILENAME name)
    file(READ ${file} content)
    string(APPEND text "    {\"${name}\", R\"writ(${content})writ\"},\n")
  endforeach()
  string(APPEND text "};\n\n}  // namespace\n\n")
  string(APPEND text "std::span<const SourceFile> built_in_files() { return kFiles; }\n\n}  // namespace xiezhi::writ\n")
  file(WRITE ${output} "${text}")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  xiezhi_writ_source(${SOURCE_DIR} ${OUTPUT})
endif()
