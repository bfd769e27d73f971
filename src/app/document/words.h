// Facts in the words of documents: days, citations, names of places and people.
#pragma once

#include <string>
#include <vector>

#include "app/document/sources.h"

namespace xiezhi::app::document {

/// "2026年10月9日".
std::string date_text(base::Date date);
/// "2026年10月9日9时05分".
std::string time_text(base::Instant instant);
/// "《中华人民共和国安全生产法》第九十九条第一项".
std::string citation_text(const core::law::Pack& pack, const core::law::Citation& citation);
/// Several, each once, joined by 、: "《…法》第二十八条第一款、第四十四条第一款".
std::string citations_text(const core::law::Pack& pack, const std::vector<core::law::Citation>& citations);
/// A figure in force on a day, "" when the pack has none.
std::string figure_text(const core::law::Pack& pack, std::string_view key, base::Date on, const std::string& division);
/// "道里": the short name of a division, for numbers of documents of a body that has none.
std::string short_place(const core::law::Pack& pack, const std::string& division);
/// "哈尔滨市道里区人民政府": who reviews what a body of that division does. 行政复议法(2023) 第二十四条第一款.
std::string government_of(const core::law::Pack& pack, const std::string& division);
/// Without the stop at its end: the form has one of its own.
std::string clause_text(std::string_view text);
/// "1、3至5" for {1, 3, 4, 5}.
std::string items_text(const std::vector<std::size_t>& numbers);
/// The library's phrase with values in its places.
std::string phrase(const Sources& sources, std::string_view key, const std::map<std::string, std::string>& values = {});
/// The phrase if there is one of that key, else "".
bool has_phrase(const Sources& sources, std::string_view key);

/// Name of an officer, "" when unknown.
std::string officer_name(const Sources& sources, const std::string& officer);
/// Number of a certificate of his that was valid on the day, "" when there is none.
std::string certificate_of(const Sources& sources, const std::string& officer, base::Date on);
/// Rows for places to sign: name and certificate of each officer.
std::vector<writ::Facts> officer_rows(const Sources& sources, const std::vector<std::string>& officers, base::Date on);

/// What every document of a body says: who issues it, the parts of its number, how it can be contested.
void set_issuer(writ::Facts& facts, const Sources& sources, const std::string& body, base::Date on);
/// Name, address, representative of an enterprise.
void set_enterprise(writ::Facts& facts, const Sources& sources, const std::string& enterprise);

/// A document of a kind that does not exist yet, with the reason.
Document not_yet(const Sources& sources, std::string kind, std::string_view template_name, std::string_view reason);
/// A document with its form and row filled in; the digest is taken when the facts are complete.
Document begin(const Sources& sources, std::string kind, std::string_view template_name);

}  // namespace xiezhi::app::document
