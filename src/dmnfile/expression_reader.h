// Boxed expressions and decision tables out of XML.
#pragma once

#include <optional>
#include <string>

#include "core/dmn/model.h"
#include "dmnfile/xml.h"

namespace xiezhi::dmnfile {

/// The expression among the children of an element; nothing when there is none.
std::optional<core::dmn::Expression> expression_in(const Element& parent);
/// A function definition, or the logic of a business knowledge model.
core::dmn::Expression read_function(const Element& element);
core::dmn::Variable read_variable(const Element& element);
/// The attribute or child element `typeRef`.
std::optional<std::string> type_of(const Element& element);
/// The text of the child `name`'s child `text`.
std::optional<std::string> text_in(const Element& element, std::string_view name);

}  // namespace xiezhi::dmnfile
