#include "fhir/key_paths.hpp"

namespace vertebra::fhir {

KeyStep* KeyPaths::learn(KeyStep& from, const Name& name, const Member* row) {
  if (steps_.size() == most_steps || from.number == longest) return nullptr;
  for (const KeyStep* each = &from; each->before != nullptr; each = each->before)
    if (each->name == name) return nullptr;
  KeyStep** place = &from.after;
  for (std::size_t beside = 0; *place != nullptr; place = &(*place)->beside)
    if (++beside == most_beside) return nullptr;
  KeyStep& step = steps_.emplace_back();
  step.name = name;
  step.row = row;
  step.before = &from;
  step.number = from.number + 1;
  *place = &step;
  return &step;
}

KeyStep* KeyPaths::begin_inside(KeyStep& under) {
  if (steps_.size() == most_steps) return &beginnings_[static_cast<std::size_t>(Shape::anything)];
  under.inside = &steps_.emplace_back();
  return under.inside;
}

}  // namespace vertebra::fhir
