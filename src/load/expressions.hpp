#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reporter.hpp"
#include "document/node.hpp"
#include "model/rule_set.hpp"

namespace vertebra::load {

enum class NameKind { fact, condition, red_flag, parameter, score };

// What a name in an expression means. `guide` is -1 for facts and shared conditions.
struct Meaning {
  NameKind kind = NameKind::fact;
  int guide = -1;
  int index = -1;
};

// The names that one document may use, in the order in which they were added (for suggestions).
class NameTable {
 public:
  // False when the name is taken.
  bool add(std::string name, Meaning meaning);
  const Meaning* find(std::string_view name) const noexcept;
  const std::vector<std::string>& names() const noexcept { return order_; }
  // As Ids::withdraw: `help` is for whoever still uses the name.
  void withdraw(std::string_view name, std::string help) { withdrawn_.emplace(name, std::move(help)); }
  std::string help_for(std::string_view unknown_name, const base::Reporter& reporter) const;

 private:
  std::map<std::string, Meaning, std::less<>> meanings_;
  std::vector<std::string> order_;
  std::map<std::string, std::string, std::less<>> withdrawn_;  // Name to help.
};

// Where an expression stands. `guide` is null in a vocabulary, where parameters, red flags and scores do not exist.
struct ExpressionContext {
  const base::Files& files;
  const model::Vocabulary& vocabulary;  // Its facts must be complete.
  const model::Guide* guide = nullptr;  // Its parameters and the points of its scores must be complete.
  const NameTable& names;
  bool in_property = false;
};

// Words of the grammar, which no fact, condition, red flag, parameter, score or level may be called.
bool is_reserved(std::string_view word) noexcept;

// Parses a scalar by the grammar of rule-language section 4 and resolves every name, unit, choice and threshold. Reports all
// problems that one pass can find, each at its own column; nothing when there was one.
std::optional<model::Expression> parse_expression(const document::Node& scalar, const ExpressionContext& context,
                                                  base::Reporter& reporter);

// The same for a property, which may speak of the advice too.
std::optional<model::PropertyExpression> parse_property(const document::Node& scalar, const ExpressionContext& context,
                                                        base::Reporter& reporter);

// Reads "28 d" in a unit that fits `unit`, and "14 d" alike for ranges; reports and returns nothing otherwise.
std::optional<double> parse_quantity(const document::Node& scalar, base::Unit unit, const base::Files& files,
                                     base::Reporter& reporter);

}  // namespace vertebra::load
