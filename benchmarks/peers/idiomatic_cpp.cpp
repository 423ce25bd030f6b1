#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "writers.hpp"

namespace peers {
namespace {

namespace base = vertebra::base;

class Writer {
 public:
  explicit Writer(const Plan& plan) : plan_{plan}, readers_{readers_of_gates(plan)}, narrowed_{narrowed_tests(plan)} {}

  std::string write() {
    text_ = "// Made from the rules: `" + plan_.profile + "` in idiomatic C++.";
    line("\n#include \"doors.hpp\"\n#include \"idiomatic_words.hpp\"\n\nnamespace {\n");
    line("using namespace peers::idiomatic_words;\nusing peers::Verdict;\n");
    line("constexpr std::size_t facts = " + std::to_string(plan_.facts.size()) + ";");
    line("constexpr std::size_t treatments = " + std::to_string(plan_.treatments.size()) + ";");
    line("using Advice = peers::idiomatic_words::Advice<treatments>;\n");
    write_patient();
    write_signs();
    write_advise();
    text_ += written("idiomatic");
    return text_;
  }

 private:
  const base::FactShape& shape(int fact) const { return plan_.facts[static_cast<std::size_t>(fact)].shape; }
  static std::string type_name(const base::FactShape& fact) { return "Choice_" + fact.id; }

  void line(const std::string& text) { text_ += text + "\n"; }

  void write_patient() {
    for (const Fact& each : plan_.facts) {
      if (each.shape.type != base::FactType::choice) continue;
      line("enum class " + type_name(each.shape) + " : std::uint8_t { " +
           joined(each.shape.choices, ", ", [](const std::string& id) { return word(id); }) + " };");
    }
    line("\nstruct Patient {");
    for (const Fact& each : plan_.facts)
      line("  std::optional<" + value_type(each.shape) + "> " + word(each.shape.id) + ";");
    line("};\n\ntemplate <class Answers>\nPatient read(const Answers& answers) {\n  Patient p;");
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      const base::FactShape& fact = plan_.facts[i].shape;
      const std::string reader = fact.type == base::FactType::boolean    ? "yes_or_no"
                                 : fact.type == base::FactType::quantity ? "quantity"
                                                                         : "choice<" + type_name(fact) + ">";
      const std::string kind = fact.type == base::FactType::boolean    ? "yes_no"
                               : fact.type == base::FactType::quantity ? "number"
                                                                       : "choice";
      line("  p." + word(fact.id) + " = " + reader + "(answers." + kind + "(" + std::to_string(i) + "));");
    }
    line("  return p;\n}\n");
  }

  static std::string value_type(const base::FactShape& fact) {
    return fact.type == base::FactType::boolean    ? "bool"
           : fact.type == base::FactType::quantity ? "double"
                                                   : type_name(fact);
  }

  std::string question(const Test& test) const {
    const base::FactShape& fact = shape(test.fact);
    const std::string answer = "p." + word(fact.id);
    if (fact.type == base::FactType::boolean) return "is(" + answer + ")";
    if (fact.type == base::FactType::quantity)
      return (test.strict ? "above(" : "at_least(") + answer + ", " + base::number_text(test.value) + ")";
    std::vector<std::string> members;
    for (std::size_t i = 0; i < fact.choices.size(); ++i) {
      if ((test.cells >> i & 1) != 0) members.push_back(type_name(fact) + "::" + word(fact.choices[i]));
    }
    return "is_any(" + answer + ", {" + joined(members, ", ", [](const std::string& each) { return each; }) + "})";
  }

  std::string text_of(Literal literal) const {
    const auto index = static_cast<std::size_t>(literal.index);
    const std::string sign = literal.negated ? "!" : "";
    if (literal.is_test)
      return sign + (narrowed_[index] ? "s." + word(plan_.tests[index].name) : question(plan_.tests[index]));
    const Gate& gate = plan_.gates[index];
    if (gate.count == 0) return literal.negated ? "Truth::no" : "Truth::yes";
    return is_inline(index) ? sign + "(" + formula(gate) + ")" : sign + "s." + word(gate.name);
  }

  bool is_inline(std::size_t gate) const { return !plan_.gates[gate].named && readers_[gate] == 1; }

  std::string formula(const Gate& gate) const {
    const auto literal = [this](Literal each) { return text_of(each); };
    if (gate.count == static_cast<int>(gate.of.size())) return joined(gate.of, " & ", literal);
    if (gate.count == 1) return joined(gate.of, " | ", literal);
    return "at_least(" + std::to_string(gate.count) + ", {" + joined(gate.of, ", ", literal) + "})";
  }

  // Signs are found in functions of a readable length, each called once.
  void write_signs() {
    line("struct Signs {");
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      if (narrowed_[i]) line("  Truth " + word(plan_.tests[i].name) + ";");
    }
    for (std::size_t i = 0; i < plan_.gates.size(); ++i) {
      if (plan_.gates[i].count > 0 && !is_inline(i)) line("  Truth " + word(plan_.gates[i].name) + ";");
    }
    line("};\n");
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      if (narrowed_[i]) lines.push_back("s." + word(plan_.tests[i].name) + " = " + question(plan_.tests[i]) + ";");
    }
    for (const Implication& each : plan_.implications) {
      const std::string when = joined(each.when, " && ", [this](Literal literal) {
        return text_of({literal.is_test, literal.index, false}) +
               (literal.negated ? " == Truth::no" : " == Truth::yes");
      });
      for (const Literal then : each.then)
        lines.push_back("if (" + when + ") s." + word(plan_.name(then)) +
                        (then.negated ? " = Truth::no;" : " = Truth::yes;"));
    }
    write_functions("complete", "const Patient& p, Signs& s", "p, s", lines);
    lines.clear();
    for (std::size_t i = 0; i < plan_.gates.size(); ++i) {
      if (plan_.gates[i].count > 0 && !is_inline(i))
        lines.push_back("s." + word(plan_.gates[i].name) + " = " + formula(plan_.gates[i]) + ";");
    }
    write_functions("find_signs", "const Patient& p, Signs& s", "p, s", lines);
  }

  // `name`_1, `name`_2, …, and `name`, which calls them.
  void write_functions(const std::string& name, const std::string& parameters, const std::string& arguments,
                       const std::vector<std::string>& lines) {
    constexpr std::size_t lines_a_function = 60;
    const std::string begin = plan_.gates.size() > 1000 ? "__attribute__((noinline)) void " : "void ";
    std::string calls;
    for (std::size_t first = 0; first < lines.size(); first += lines_a_function) {
      const std::string part = name + "_" + std::to_string(first / lines_a_function + 1);
      line(begin + part + "(" + parameters + ") {");
      for (std::size_t i = first; i < std::min(lines.size(), first + lines_a_function); ++i) line("  " + lines[i]);
      line("}\n");
      calls += "  " + part + "(" + arguments + ");\n";
    }
    line("void " + name + "(" + parameters + ") {\n" + calls + "}\n");
  }

  std::string verdict(const Treatment& each) const {
    using Position = vertebra::model::Position;
    if (each.position == Position::against) return "Verdict::against";
    if (each.position == Position::no_recommendation) return "Verdict::no_recommendation";
    std::vector<Literal> when;
    for (const int i : each.opinions) {
      const auto& indication = plan_.opinions[static_cast<std::size_t>(i)].indication;
      when.insert(when.end(), indication.begin(), indication.end());
    }
    const auto literal = [this](Literal one) { return text_of(one); };
    const std::string indicated = when.empty() ? "Truth::yes" : joined(when, " & ", literal);
    const std::string blocked = each.blocks.empty() ? "Truth::no" : joined(each.blocks, " | ", literal);
    return "verdict_of(" + text_of(plan_.scope) + ", " + indicated + ", " + blocked + ", deferred)";
  }

  void write_care() {
    std::vector<std::string> lines;
    for (const RedFlag& each : plan_.red_flags) {
      const std::string flag = text_of(each.holds), level = std::to_string(each.level);
      lines.push_back("if (" + flag + " == Truth::yes) advice.least = std::max(advice.least, " + level + ");");
      lines.push_back("if (" + flag + " != Truth::no) advice.most = std::max(advice.most, " + level + ");");
    }
    const std::string scopes =
        joined(plan_.scopes, " || ", [this](Literal each) { return text_of(each) + " != Truth::no"; });
    lines.push_back("advice.care_assessed = " + (scopes.empty() ? "false" : scopes) + ";");
    write_functions("assess", "const Patient& p, const Signs& s, Advice& advice", "p, s, advice", lines);
  }

  void write_verdicts() {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < plan_.treatments.size(); ++i)
      lines.push_back("advice.verdicts[" + std::to_string(i) + "] = " + verdict(plan_.treatments[i]) + ";");
    write_functions("judge", "const Patient& p, const Signs& s, Truth deferred, Advice& advice",
                    "p, s, deferred, advice", lines);
  }

  bool is_group(const Opinion& opinion) const {
    return std::ranges::none_of(plan_.treatments, [&](const Treatment& each) { return each.id == opinion.id; });
  }

  bool has_sum(const Opinion& opinion) const { return is_group(opinion) && !opinion.arguments.empty(); }

  std::string argue(const std::string& score, const Argument& argument) const {
    return "argue(" + score + ", " + std::to_string(argument.points) + ", " + text_of(argument.when) + ");";
  }

  // What is said of a group is added up once for all of its treatments.
  void write_scores() {
    std::vector<std::string> lines;
    line("struct Groups {");
    for (const Opinion& each : plan_.opinions) {
      if (!has_sum(each)) continue;
      line("  Score " + each.id + ";");
      for (const Argument& argument : each.arguments) lines.push_back(argue("groups." + each.id, argument));
    }
    line("};\n");
    write_functions("add_up", "const Patient& p, const Signs& s, Groups& groups", "p, s, groups", lines);
    lines.clear();
    for (std::size_t i = 0; i < plan_.treatments.size(); ++i) lines.push_back(score(i));
    write_functions("score", "const Patient& p, const Signs& s, const Groups& groups, Advice& advice",
                    "p, s, groups, advice", lines);
  }

  std::string score(std::size_t index) const {
    const Treatment& treatment = plan_.treatments[index];
    const std::string place = std::to_string(index), points = std::to_string(treatment.base);
    std::string base = "Score{" + points + ", " + points + "}", own;
    for (const int i : treatment.opinions) {
      const Opinion& each = plan_.opinions[static_cast<std::size_t>(i)];
      if (has_sum(each)) base = "sum(groups." + each.id + ", " + base + ")";
      if (is_group(each)) continue;
      for (const Argument& argument : each.arguments) own += "\n    " + argue("score", argument);
    }
    return "if (is_listed(advice.verdicts[" + place + "])) {  // " + treatment.id +
           "\n    Score& score = advice.scores[" + place + "] = " + base + ";" + own + "\n  }";
  }

  void write_advise() {
    write_care();
    write_verdicts();
    write_scores();
    const std::string scope = text_of(plan_.scope);
    line("void advise(const Patient& p, Advice& advice) {\n  Signs s;\n  complete(p, s);\n  find_signs(p, s);");
    line("  assess(p, s, advice);");
    line("  if (" + scope + " == Truth::no) {\n    advice.verdicts.fill(Verdict::not_in_scope);\n    return;\n  }");
    std::vector<Literal> deferring;
    for (const RedFlag& each : plan_.red_flags) {
      if (each.defers) deferring.push_back(each.holds);
    }
    line("  const Truth deferred = " +
         (deferring.empty() ? "Truth::no" : joined(deferring, " | ", [this](Literal each) { return text_of(each); })) +
         ";");
    line("  judge(p, s, deferred, advice);\n  Groups groups;\n  add_up(p, s, groups);\n  score(p, s, groups, advice);");
    line("  const bool at_the_top = advice.care_assessed && advice.least == " + std::to_string(plan_.levels - 1) + ";");
    line("  if (" + scope + " == Truth::yes && !at_the_top) rank(advice);\n}");
  }

  const Plan& plan_;
  std::vector<int> readers_;
  std::vector<bool> narrowed_;  // Tests that another answer may decide.
  std::string text_;
};

}  // namespace

std::string idiomatic_cpp(const Plan& plan) { return Writer{plan}.write(); }

}  // namespace peers
