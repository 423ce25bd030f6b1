#include "load/canonical_expression.hpp"

namespace vertebra::load {
namespace {

using model::PropertyExpression;
using model::PropertyOperator;

class PropertyWriter {
 public:
  PropertyWriter(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide& guide)
      : json_{json}, rules_{rules}, guide_{guide} {}

  // As deep as the grammar lets expressions nest.
  void write(const PropertyExpression& property) {
    if (property.op == PropertyOperator::rule) return write_expression(json_, rules_, &guide_, property.rule);
    json_.begin_object();
    switch (property.op) {
      case PropertyOperator::rule: break;
      case PropertyOperator::care: write_care(property); break;
      case PropertyOperator::offered: json_.member("offered", treatment(property)); break;
      case PropertyOperator::blocked: json_.member("blocked", treatment(property)); break;
      case PropertyOperator::points:
        json_.member(sign(property.relation), property.number);
        json_.member("points_of", treatment(property));
        break;
      case PropertyOperator::known:
        json_.key("known");
        write_expression(json_, rules_, &guide_, property.rule);
        break;
      case PropertyOperator::negation:
        json_.key("not");
        write(property.operands.front());
        break;
      case PropertyOperator::all: write_operands("all", property); break;
      case PropertyOperator::any: write_operands("any", property); break;
      case PropertyOperator::at_least:
        json_.member("at_least", property.number);
        write_operands("of", property);
        break;
      case PropertyOperator::implies: write_operands("implies", property); break;
    }
    json_.end_object();
  }

 private:
  const std::string& treatment(const PropertyExpression& property) const {
    return rules_.vocabulary.treatments[static_cast<std::size_t>(property.treatment)].id;
  }

  void write_care(const PropertyExpression& property) {
    json_.key("care");
    json_.begin_object();
    json_.member(sign(property.relation), rules_.vocabulary.care_levels[static_cast<std::size_t>(property.level)].id);
    json_.end_object();
  }

  void write_operands(std::string_view key, const PropertyExpression& property) {
    json_.key(key);
    json_.begin_array();
    for (const PropertyExpression& operand : property.operands) write(operand);
    json_.end_array();
  }

  base::JsonWriter& json_;
  const model::RuleSet& rules_;
  const model::Guide& guide_;
};

}  // namespace

void write_property(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide& guide,
                    const PropertyExpression& property) {
  PropertyWriter{json, rules, guide}.write(property);
}

}  // namespace vertebra::load
