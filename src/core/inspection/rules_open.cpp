// Opening an inspection, its scheme, and the arrival on site.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

Verdict opened_twice(const Inspection& state, const OpenInspection*, const Context&) {
  return refuse_if(state.exists());
}

Verdict body_unknown(const Inspection&, const OpenInspection* command, const Context& context) {
  return refuse_if(command != nullptr && context.world->body(command->body) == nullptr);
}

Verdict enterprise_unknown(const Inspection&, const OpenInspection* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(context.world->enterprise(command->enterprise) == nullptr, {{"enterprise", command->enterprise}});
}

// 安全生产法(2021) 第六十二条第一款、第二款: a department inspects in its own district.
Verdict outside_area(const Inspection&, const OpenInspection* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Body* body = context.world->body(command->body);
  if (body == nullptr) return std::nullopt;
  return refuse_if(!org::answers_for(*body, command->division),
                   {{"body", body->name}, {"division", command->division}});
}

// 行政处罚法(2021) 第四十二条第一款: at least two officers.
Verdict too_few_officers(const Inspection&, const OpenInspection* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", command->division);
  const std::set<std::string> distinct(command->officers.begin(), command->officers.end());
  return refuse_if(static_cast<std::int64_t>(distinct.size()) < minimum,
                   {{"count", std::to_string(distinct.size())}, {"minimum", std::to_string(minimum)}});
}

// 安全生产法(2021) 第六十七条第二款; 行政处罚法(2021) 第四十二条第一款.
Verdict officer_uncertified(const Inspection&, const OpenInspection* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (const std::string& id : command->officers) {
    const org::Officer* officer = context.world->officer(id);
    if (officer == nullptr) {
      names.push_back(id);
    } else if (!officer->certified_on(context.today()) || !officer->serves_on(context.today())) {
      names.push_back(officer->name);
    }
  }
  if (names.empty()) return std::nullopt;
  return Facts{{"officers", base::join(names, "、")}, {"day", context.today().iso()}};
}

// 行政处罚法(2021) 第十七条、第二十条: officers of the body, or of a team that it leads or entrusts.
Verdict officer_of_other_body(const Inspection&, const OpenInspection* command, const Context& context) {
  if (command == nullptr || context.world->body(command->body) == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (const std::string& id : command->officers) {
    const org::Officer* officer = context.world->officer(id);
    if (officer != nullptr && !org::acts_for(*context.world, *officer, command->body, context.today())) {
      names.push_back(officer->name);
    }
  }
  if (names.empty()) return std::nullopt;
  return Facts{{"officers", base::join(names, "、")}};
}

// 安全生产法(2021) 第六十二条第二款: inspections follow the yearly plan; anything else names what moved it.
Verdict trigger_unnamed(const Inspection&, const OpenInspection* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->trigger_reference).empty());
}

Verdict opener_of_other_body(const Inspection&, const OpenInspection* command, const Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  if (officer == nullptr || command == nullptr || context.world->body(command->body) == nullptr) return std::nullopt;
  return refuse_if(!org::acts_for(*context.world, *officer, command->body, context.today()),
                   {{"officer", officer->name}});
}

Verdict scheme_approved(const Inspection& state, const ApproveScheme*, const Context&) {
  return refuse_if(state.scheme_approved_by.has_value());
}

// 安全生产法(2021) 第六十二条第二款: a plan that names what is inspected.
Verdict scheme_empty(const Inspection&, const ApproveScheme* command, const Context&) {
  return refuse_if(command != nullptr && command->items.empty());
}

Verdict scheme_item_twice(const Inspection&, const ApproveScheme* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  std::set<std::string> ids;
  for (const SchemeItem& item : command->items) {
    if (!ids.insert(item.id).second) return Facts{{"item", item.id}};
  }
  return std::nullopt;
}

Verdict scheme_missing(const Inspection& state, const BeginOnSite*, const Context&) {
  return refuse_if(!state.scheme_approved_by);
}

Verdict begun_twice(const Inspection& state, const BeginOnSite*, const Context&) {
  return refuse_if(state.on_site.has_value());
}

// 行政处罚法(2021) 第四十二条第一款: two officers are there, not only on the list.
Verdict too_few_on_site(const Inspection& state, const BeginOnSite* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", state.division);
  std::set<std::string> present;
  for (const ShownCertificate& shown : command->certificates) {
    if (state.has_officer(shown.officer)) present.insert(shown.officer);
  }
  return refuse_if(static_cast<std::int64_t>(present.size()) < minimum,
                   {{"count", std::to_string(present.size())}, {"minimum", std::to_string(minimum)}});
}

// 安全生产法(2021) 第六十七条第二款; 行政处罚法(2021) 第五十五条第一款: valid certificates are shown.
Verdict certificate_invalid(const Inspection&, const BeginOnSite* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const ShownCertificate& shown : command->certificates) {
    const org::Officer* officer = context.world->officer(shown.officer);
    bool valid = false;
    if (officer != nullptr) {
      for (const org::Certificate& certificate : officer->certificates) {
        valid = valid || (certificate.number == shown.number && certificate.valid_on(context.today()));
      }
    }
    if (!valid) {
      return Facts{{"officer", officer == nullptr ? shown.officer : officer->name}, {"number", shown.number}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四十三条第一款.
Verdict recused_on_site(const Inspection& state, const BeginOnSite* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const ShownCertificate& shown : command->certificates) {
    if (std::find(state.recused.begin(), state.recused.end(), shown.officer) != state.recused.end()) {
      return Facts{{"officer", shown.officer}};
    }
  }
  return std::nullopt;
}

// 安全生产法(2021) 第六十八条: the record names the person of the unit before whom it was made.
Verdict person_unnamed(const Inspection&, const BeginOnSite* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->person_in_charge.value).empty());
}

}  // namespace

XIEZHI_GUARDS(OpenInspection,
    {"inspection.opened_twice", opened_twice, at({kWorkSafetyLaw, 62, 2})},
    {"inspection.body_unknown", body_unknown, at({kPenaltyLaw, 17})},
    {"actor.not_an_officer", org::actor_unknown<Inspection, OpenInspection>, at({kPenaltyLaw, 42, 1})},
    {"actor.of_other_body", opener_of_other_body, at({kPenaltyLaw, 17})},
    {"inspection.enterprise_unknown", enterprise_unknown, at({kWorkSafetyLaw, 65, 1})},
    {"inspection.outside_area", outside_area, at({kWorkSafetyLaw, 62, 1}, {kWorkSafetyLaw, 62, 2})},
    {"inspection.too_few_officers", too_few_officers, at({kPenaltyLaw, 42, 1})},
    {"inspection.officer_uncertified", officer_uncertified, at({kWorkSafetyLaw, 67, 2}, {kPenaltyLaw, 42, 1})},
    {"inspection.officer_of_other_body", officer_of_other_body, at({kPenaltyLaw, 17}, {kPenaltyLaw, 20})},
    {"inspection.trigger_unnamed", trigger_unnamed, at({kWorkSafetyLaw, 62, 2})});

void apply(const Inspection&, const OpenInspection& command, const Context& context, Outcome& out) {
  out.emit(InspectionOpened{engine::id_of(context.stream), command.body, command.enterprise, command.site,
                            command.division, command.trigger, command.trigger_reference, command.officers});
}

XIEZHI_GUARDS(ApproveScheme,
    {"inspection.not_opened", not_open<ApproveScheme>, at({kWorkSafetyLaw, 62, 2})},
    {"inspection.closed", already_closed<ApproveScheme>, at({kWorkSafetyLaw, 68})},
    {"scheme.approved_twice", scheme_approved, at({kWorkSafetyLaw, 62, 2})},
    {"scheme.not_by_approver", org::actor_not_approver<Inspection, ApproveScheme>, at({kWorkSafetyLaw, 62, 2})},
    {"scheme.empty", scheme_empty, at({kWorkSafetyLaw, 62, 2})},
    {"scheme.item_twice", scheme_item_twice, at({kWorkSafetyLaw, 62, 2})});

void apply(const Inspection&, const ApproveScheme& command, const Context&, Outcome& out) {
  out.emit(SchemeApproved{command.items});
}

XIEZHI_GUARDS(BeginOnSite,
    XIEZHI_INSPECTION_ACTOR(BeginOnSite),
    {"onsite.begun_twice", begun_twice, at({kWorkSafetyLaw, 68})},
    {"onsite.scheme_not_approved", scheme_missing, at({kWorkSafetyLaw, 62, 2})},
    {"onsite.too_few_officers", too_few_on_site, at({kPenaltyLaw, 42, 1})},
    {"onsite.certificate_invalid", certificate_invalid, at({kWorkSafetyLaw, 67, 2}, {kPenaltyLaw, 55, 1})},
    {"onsite.officer_recused", recused_on_site, at({kPenaltyLaw, 43, 1})},
    {"onsite.person_unnamed", person_unnamed, at({kWorkSafetyLaw, 68})});

void apply(const Inspection&, const BeginOnSite& command, const Context&, Outcome& out) {
  out.emit(OnSiteBegun{out.commit(command.person_in_charge), command.person_role, command.certificates});
}

}  // namespace xiezhi::core::inspection
