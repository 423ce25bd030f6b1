#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/expressions.hpp"

namespace vertebra::load {

// The vocabulary and guide that tests/conformance/expressions.txt describes, and what was read in them.
class ExpressionFixture {
 public:
  ExpressionFixture();

  struct Read {
    std::string meaning;  // In the notation of expressions.txt; empty when refused.
    std::vector<Diagnostic> problems;
    std::optional<model::Expression> expression;
  };
  // The value of the only key of a YAML or JSON text (by `name`).
  Read read_document(std::string_view text, bool in_guide = true, std::string_view name = "rules.yaml") const;
  // As a block scalar: on line 2, from column 3.
  Read read(std::string_view expression, bool in_guide = true) const;

  std::string meaning(const model::Expression& expression) const;
  // The expression in the grammar again; empty when it holds a threshold that no plain decimal of 15 digits can say.
  std::string text(const model::Expression& expression) const;

 private:
  std::string text_of_all(const model::Expression& expression, std::string_view joint) const;
  std::string text_of_comparison(const model::Expression& expression) const;
  std::string operands(const model::Expression& expression) const;
  std::string choices(const model::Expression& expression) const;
  std::string comparison(const model::Expression& expression) const;

  static constexpr int guide_index = 2;
  model::Vocabulary vocabulary_;
  model::Guide guide_;
  NameTable vocabulary_names_;
  NameTable guide_names_;
};

}  // namespace vertebra::load
