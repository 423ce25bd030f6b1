#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fhir/record.hpp"

namespace vertebra::fhir {

// The resources and parts that are open, the inner ones behind the outer. What each has is kept on stacks that all of them
// share, so that nothing is allocated once warm; when one is closed, what it has can be copied to where it lasts.
class OpenParts {
 public:
  bool empty() const noexcept { return open_.empty(); }
  void open(Element element);

  // Of the innermost. Once malformed, an element stays so.
  Value& note(Element element, Given given);
  Coding& add_coding(Element element);
  Coding& last_coding() { return codings_.back(); }
  void ignore_rest(bool yes) { open_.back().ignored = yes; }
  bool ignores_rest() const noexcept { return open_.back().ignored; }
  void add_contained(const Resource& resource) { contained_.push_back(resource); }

  // The innermost as it is now: it points into the stacks, until something is added or it is closed.
  Resource top() const;
  // Forgets it.
  void drop();
  // Makes it a part of the one around it.
  void close_into_outer(std::pmr::memory_resource& memory);

 private:
  Value& value(Element element);

  struct Open {
    Element element = Element::none;
    bool ignored = false;     // Of a kind that is only counted: no more of it is kept.
    bool well_formed = true;  // As far as it was told.
    ElementSet given;
    std::size_t values = 0, codings = 0, parts = 0, contained = 0;  // Where its own begin.
  };

  std::vector<Open> open_;
  std::vector<Value> values_;
  std::vector<Coding> codings_;
  std::vector<Part> parts_;
  std::vector<Resource> contained_;
};

// What is added is filled in where it stands: a copy of fields that were only just set would have to wait for them.
inline void OpenParts::open(Element element) {
  Open& opened = open_.emplace_back();
  opened.element = element;
  opened.values = values_.size();
  opened.codings = codings_.size();
  opened.parts = parts_.size();
  opened.contained = contained_.size();
}

inline Coding& OpenParts::add_coding(Element element) {
  Coding& coding = codings_.emplace_back();
  coding.element = element;
  return coding;
}

inline Value& OpenParts::value(Element element) {
  Open& top = open_.back();
  if (!top.given.contains(element)) {
    top.given.add(element);
    Value& added = values_.emplace_back();
    added.element = element;
    return added;
  }
  std::size_t at = values_.size() - 1;
  while (values_[at].element != element) --at;
  return values_[at];
}

inline Value& OpenParts::note(Element element, Given given) {
  Value& noted = value(element);
  if (is_good(noted.given)) noted.given = given;
  if (!is_good(given)) open_.back().well_formed = false;
  return noted;
}

// Copies all that it has into the memory.
void make_lasting(Resource& resource, std::pmr::memory_resource& memory);

}  // namespace vertebra::fhir
