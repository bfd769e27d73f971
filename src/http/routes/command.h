// POST /api/command/{Name}: one route for every command of a list, each with its own payload in the schema.
#pragma once

#include <boost/mp11.hpp>
#include <functional>

#include "http/body_route.h"
#include "http/route_table.h"

namespace xiezhi::http {

/// Takes a command; the handler is called once, on any thread.
using SubmitCommand = std::function<void(const app::Caller&, std::string name, app::CommandRequest, app::ReplyHandler)>;

/// The route of one command. Who may give it is the law's matter and checked with the act itself, so any officer
/// passes.
Route command_route(std::string name, std::function<base::Json(Schemas&)> payload, const SubmitCommand& submit);

/// A route for each command struct of an mp11 list; each has `static constexpr std::string_view kName`.
template <typename Commands>
void add_command_routes(RouteTable& table, const SubmitCommand& submit) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Commands>>([&](auto identity) {
    using Command = typename decltype(identity)::type;
    table.add(command_route(
        std::string(Command::kName), [](Schemas& schemas) { return schemas.of<Command>(); }, submit));
  });
}

}  // namespace xiezhi::http
