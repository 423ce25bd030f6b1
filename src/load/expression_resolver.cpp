#include "load/expression_resolver.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "load/tree_resolver.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using base::FactType;
using model::Expression;
using model::Operator;

class Resolver : public TreeResolver<Resolver, Expression, &Expression::count> {
 public:
  Resolver(const ExpressionContext& context, ExpressionText& source) : TreeResolver{source}, context_{context} {}

  Expression run(const Syntax& syntax) {
    switch (syntax.kind) {
      case SyntaxKind::constant: return constant(syntax);
      case SyntaxKind::name: return bare_name(syntax);
      case SyntaxKind::mention: return mention(syntax);
      case SyntaxKind::choice: return choice(syntax);
      case SyntaxKind::comparison: return resolve_comparison(syntax, context_, source_);
      case SyntaxKind::broken:
      case SyntaxKind::negation:
      case SyntaxKind::all:
      case SyntaxKind::any:
      case SyntaxKind::none:
      case SyntaxKind::at_least: return joined(syntax);
      case SyntaxKind::implies:
      case SyntaxKind::care:
      case SyntaxKind::offered:
      case SyntaxKind::blocked:
      case SyntaxKind::points:
      case SyntaxKind::known: break;  // Resolved as properties before they come here.
    }
    return {};
  }

 private:
  Expression constant(const Syntax& syntax) const {
    Expression result = at(syntax, Operator::constant);
    result.value = syntax.token.is("true");
    return result;
  }

  const Meaning* look_up_any(const Token& name) {
    return look_up(name, context_.guide != nullptr ? "a fact, condition or red flag" : "a fact or condition", context_,
                   source_);
  }

  Expression mention(const Syntax& syntax) {
    look_up_any(syntax.token);
    return at(syntax, Operator::constant);
  }

  Expression bare_name(const Syntax& syntax) {
    const Meaning* meaning = look_up_any(syntax.token);
    Expression result = at(syntax, Operator::fact);
    if (meaning == nullptr) return result;
    const bool is_rule = meaning->kind == NameKind::condition || meaning->kind == NameKind::red_flag;
    if (!is_rule && (meaning->kind != NameKind::fact || shape(*meaning).type != FactType::boolean))
      refuse_form(syntax.token, *meaning, "is neither yes nor no by itself");
    return reference(*meaning, result.place);
  }

  Expression choice(const Syntax& syntax) {
    const Meaning* meaning = look_up(syntax.token, "a fact", context_, source_);
    Expression result = at(syntax, Operator::choice);
    if (refuse_asking_known(syntax) || meaning == nullptr) return result;
    if (meaning->kind != NameKind::fact || shape(*meaning).type != FactType::choice) {
      refuse_choice_form(syntax, *meaning);
      return result;
    }
    result.fact = meaning->index;
    for (const Token& word : syntax.choices) result.choices |= choice_bit(word, shape(*meaning));
    return syntax.negated ? negated(std::move(result)) : result;
  }

  bool refuse_asking_known(const Syntax& syntax) {
    bool found = false;
    for (const Token& word : syntax.choices) {
      if (!word.is("known") && !word.is("unknown")) continue;
      found = true;
      if (context_.in_property) {
        source_.report(Code::expression_syntax, word.span, ticked(word.text) + " stands alone after `is`",
                       "write " + ticked(std::string{syntax.token.text} + " is " + std::string{word.text}));
        continue;
      }
      source_.report(Code::only_in_properties, word.span, "only properties may ask whether something is known",
                     "leave it out: a question without an answer keeps a rule open by itself");
    }
    return found;
  }

  std::uint64_t choice_bit(const Token& word, const base::FactShape& fact) {
    const auto found = std::ranges::find(fact.choices, word.text);
    if (found != fact.choices.end()) return std::uint64_t{1} << (found - fact.choices.begin());
    std::string help = did_you_mean(word.text, fact.choices);
    if (help.empty()) help = "its choices are " + list_text(fact.choices, "and");
    source_.report(Code::unknown_choice, word.span, ticked(word.text) + " is not a choice of " + ticked(fact.id),
                   std::move(help));
    return 0;
  }

  void refuse_choice_form(const Syntax& syntax, const Meaning& meaning) {
    const std::string_view word = syntax.choices.front().text;
    std::string help = right_form(meaning, syntax.token.text, context_);
    const bool yes_no = meaning.kind == NameKind::condition || meaning.kind == NameKind::red_flag ||
                        (meaning.kind == NameKind::fact && shape(meaning).type == FactType::boolean);
    const bool says_yes = word == "yes" || word == "true";
    if (yes_no && syntax.choices.size() == 1 && (says_yes || word == "no" || word == "false")) {
      const std::string name{syntax.token.text};
      help = "write " + ticked(says_yes == syntax.negated ? "not " + name : name);
    } else if (meaning.kind == NameKind::fact) {
      for (const auto& [id, range] : shape(meaning).words) {
        if (id == word) help = word_help(shape(meaning), range);
      }
    } else if (meaning.kind == NameKind::score) {
      for (const model::Band& band : context_.guide->scores[static_cast<std::size_t>(meaning.index)].bands) {
        if (band.id == word) help = band_help(syntax.token.text, band);
      }
    }
    source_.report(Code::wrong_fact_type, syntax.token.span,
                   ticked(syntax.token.text) + " is " + describe(meaning, context_) + " and has no choices",
                   std::move(help));
  }

  static std::string word_help(const base::FactShape& fact, std::pair<double, double> range) {
    return "write " + ticked(measure_text(range.first, fact.unit) + " <= " + fact.id +
                             " <= " + measure_text(range.second, fact.unit));
  }

  static std::string band_help(std::string_view score, const model::Band& band) {
    return "write " +
           ticked(std::to_string(band.low) + " <= " + std::string{score} + " <= " + std::to_string(band.high));
  }

  void refuse_form(const Token& name, const Meaning& meaning, const std::string& problem) {
    source_.report(Code::wrong_fact_type, name.span,
                   ticked(name.text) + " is " + describe(meaning, context_) + " and " + problem,
                   right_form(meaning, name.text, context_));
  }

  const base::FactShape& shape(const Meaning& meaning) const {
    return context_.vocabulary.facts[static_cast<std::size_t>(meaning.index)].shape;
  }

  const ExpressionContext& context_;
};

}  // namespace

Expression reference(const Meaning& meaning, base::Place place) {
  Expression result;
  result.op = meaning.kind == NameKind::condition  ? Operator::condition
              : meaning.kind == NameKind::red_flag ? Operator::red_flag
                                                   : Operator::fact;
  result.guide = meaning.guide;
  (result.op == Operator::fact ? result.fact : result.index) = meaning.index;
  result.place = place;
  return result;
}

int read_count(const Syntax& syntax, ExpressionText& source) {
  const auto count = base::parse_number(syntax.token.text);
  if (!count) return 0;  // The lexer has reported it.
  const auto size = syntax.operands.size();
  if (*count >= 1 && *count <= static_cast<double>(size) && *count == std::floor(*count))
    return static_cast<int>(*count);
  source.report(Code::bad_count, syntax.token.span,
                "`at least " + std::string{syntax.token.text} + "` of " + std::to_string(size),
                "write a whole number from 1 to " + std::to_string(size));
  return 0;
}

Expression resolve(const Syntax& syntax, const ExpressionContext& context, ExpressionText& source) {
  return Resolver{context, source}.run(syntax);
}

std::optional<Expression> parse_expression(const document::Node& scalar, const ExpressionContext& context,
                                           base::Reporter& reporter) {
  if (!is_readable(scalar, "an expression", reporter)) return std::nullopt;
  ExpressionText source{scalar, reporter};
  Expression result = resolve(parse_syntax(source), context, source);
  if (source.failed()) return std::nullopt;
  return result;
}

}  // namespace vertebra::load
