#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>

#include "base/text.hpp"
#include "writers.hpp"

namespace peers {
namespace {

namespace base = vertebra::base;

constexpr std::size_t few_signs = 400;  // That many are local to one function.

class Writer {
 public:
  explicit Writer(const Plan& plan)
      : plan_{plan}, narrowed_{narrowed_tests(plan)}, is_short_{plan.tests.size() + plan.gates.size() < few_signs} {}

  std::string write() {
    text_ = "// Made from the rules: `" + plan_.profile + "` in the fastest plain C++ that we know how to write.";
    line("\n#include \"best_words.hpp\"\n#include \"doors.hpp\"\n\nnamespace {\n\nusing namespace peers::best_words;");
    line("using peers::Verdict;\n");
    line("constexpr std::size_t facts = " + std::to_string(plan_.facts.size()) + ";");
    line("constexpr std::size_t treatments = " + std::to_string(plan_.treatments.size()) + ";");
    line("using Advice = peers::best_words::Advice<treatments>;\n" + best_ranking(plan_));
    write_patient();
    if (!is_short_) write_signs();
    write_advise();
    text_ += written("best");
    return text_;
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }
  const base::FactShape& shape(int fact) const { return plan_.facts[static_cast<std::size_t>(fact)].shape; }

  // A patient holds the truth of every test, found when an answer is set.
  void write_patient() {
    std::string reads, tables;
    line("struct Patient {");
    for (const Test& each : plan_.tests) {
      const base::FactShape& fact = shape(each.fact);
      const std::string place = "(" + std::to_string(each.fact) + ")", id = word(each.name);
      line("  Truth " + id + ";");
      if (fact.type == base::FactType::boolean) {
        reads += "  p." + id + " = truth_of(answers.yes_no" + place + ");\n";
      } else if (fact.type == base::FactType::quantity) {
        reads += "  p." + id + (each.strict ? " = above(" : " = reaches(") + "answers.number" + place + ", " +
                 base::number_text(each.value) + ");\n";
      } else {
        reads += "  p." + id + " = table_" + each.name + "[answers.choice" + place + " + 1];\n";
        tables += table(each);
      }
    }
    line("};\n\n" + tables + "\ntemplate <class Answers>\nPatient read(const Answers& answers) {\n  Patient p;\n" +
         reads + "  return p;\n}\n");
  }

  std::string table(const Test& test) const {
    std::string text = "constexpr Truth table_" + test.name + "[] = {unknown";
    for (std::size_t i = 0; i < shape(test.fact).choices.size(); ++i)
      text += (test.cells >> i & 1) != 0 ? ", yes" : ", no";
    return text + "};\n";
  }

  std::string name(const std::string& id) const { return (is_short_ ? "" : "s.") + word(id); }

  std::string text_of(Literal literal) const {
    const auto index = static_cast<std::size_t>(literal.index);
    if (!literal.is_test && plan_.gates[index].count == 0) return literal.negated ? "no" : "yes";
    const bool is_settled = literal.is_test && !narrowed_[index];
    const std::string id = is_settled ? "p." + word(plan_.name(literal)) : name(plan_.name(literal));
    return literal.negated ? "negate(" + id + ")" : id;
  }

  template <class List>
  std::string all_of(const List& list, const char* between) const {
    return joined(list, between, [this](Literal each) { return text_of(each); });
  }

  std::string formula(const Gate& gate) const {
    if (gate.count == static_cast<int>(gate.of.size())) return all_of(gate.of, " & ");
    if (gate.count == 1) return all_of(gate.of, " | ");
    return "at_least(" + all_of(gate.of, " + ") + ", " + std::to_string(gate.count) + ")";
  }

  std::vector<std::string> sign_lines() const {
    const std::string declare = is_short_ ? "Truth " : "";
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      const std::string& id = plan_.tests[i].name;
      if (narrowed_[i]) lines.push_back(declare + name(id) + " = p." + word(id) + ";");
    }
    for (const Implication& each : plan_.implications) {
      const std::string when = "(" + all_of(each.when, " & ") + ") & 1";
      for (const Literal then : each.then) {
        const std::string id = name(plan_.name(then));
        lines.push_back(then.negated ? id + " &= ~((" + when + ") << 16);" : id + " |= " + when + ";");
      }
    }
    const std::string settled = is_short_ ? "const Truth " : "";
    for (const Gate& each : plan_.gates) {
      if (each.count > 0) lines.push_back(settled + name(each.name) + " = " + formula(each) + ";");
    }
    return lines;
  }

  void write_signs() {
    line("struct Signs {");
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      if (narrowed_[i]) line("  Truth " + word(plan_.tests[i].name) + ";");
    }
    for (const Gate& each : plan_.gates) {
      if (each.count > 0) line("  Truth " + word(each.name) + ";");
    }
    for (const Opinion& each : plan_.opinions) {
      if (has_sum(each)) line("  Score of_" + each.id + ";");
    }
    line("};\n");
    write_functions("find_signs", sign_lines());
    std::vector<std::string> groups;
    for (const Opinion& each : plan_.opinions) {
      if (has_sum(each)) groups.push_back(name("of_" + each.id) + " = " + argued(each) + ";");
    }
    write_functions("add_up_groups", groups);
  }

  // `name`_1, `name`_2, …, and `name`, which calls them: one function of all lines would take hours to compile.
  void write_functions(const std::string& name, const std::vector<std::string>& lines) {
    constexpr std::size_t lines_a_function = 40;
    const std::string parameters = name == "advise_on_treatments"
                                       ? "const Patient& p, const Signs& s, std::uint32_t of_all, std::uint32_t "
                                         "ranked, Advice& advice, std::int32_t* keys"
                                       : "const Patient& p, Signs& s";
    const std::string arguments = name == "advise_on_treatments" ? "(p, s, of_all, ranked, advice, keys)" : "(p, s)";
    std::string calls;
    for (std::size_t first = 0; first < lines.size(); first += lines_a_function) {
      const std::string part = name + "_" + std::to_string(first / lines_a_function + 1);
      line("__attribute__((noinline)) void " + part + "(" + parameters + ") {");
      for (std::size_t i = first; i < std::min(lines.size(), first + lines_a_function); ++i) line("  " + lines[i]);
      line("}\n");
      calls += "  " + part + arguments + ";\n";
    }
    line("void " + name + "(" + parameters + ") {\n" + calls + "}\n");
  }

  void write_care() {
    std::string levels;
    for (int level = 0; level < plan_.levels; ++level) {
      std::vector<Literal> flags;
      for (const RedFlag& each : plan_.red_flags) {
        if (each.level == level) flags.push_back(each.holds);
      }
      if (flags.empty()) continue;
      levels += (levels.empty() ? "" : " | ") + ("(" + all_of(flags, " | ") + ") << " + std::to_string(level));
    }
    line("  const std::uint32_t levels = " + (levels.empty() ? "0" : levels) + ";");
    line("  advice.least = static_cast<std::uint32_t>(std::bit_width((levels & 0xffff) | 1) - 1);");
    line("  advice.most = static_cast<std::uint32_t>(std::bit_width(levels >> 16 | 1) - 1);");
    line("  advice.care_assessed = (" + (plan_.scopes.empty() ? "0" : all_of(plan_.scopes, " | ")) + ") >> 16 & 1;");
  }

  bool is_group(const Opinion& opinion) const {
    return std::ranges::none_of(plan_.treatments, [&](const Treatment& each) { return each.id == opinion.id; });
  }

  bool has_sum(const Opinion& opinion) const { return is_group(opinion) && !opinion.arguments.empty(); }

  std::string argued(const Opinion& opinion) const {
    return joined(opinion.arguments, " + ", [this](const Argument& each) {
      return "argue(" + std::to_string(each.points) + ", " + text_of(each.when) + ")";
    });
  }

  std::string score(const Treatment& each) const {
    std::string text = "both(" + std::to_string(each.base) + ")";
    for (const int i : each.opinions) {
      const Opinion& opinion = plan_.opinions[static_cast<std::size_t>(i)];
      if (opinion.arguments.empty()) continue;
      text += " + " + (is_group(opinion) ? name("of_" + opinion.id) : argued(opinion));
    }
    return text;
  }

  std::string reasons(const Treatment& each) const {
    std::vector<Literal> when;
    for (const int i : each.opinions) {
      const auto& indication = plan_.opinions[static_cast<std::size_t>(i)].indication;
      when.insert(when.end(), indication.begin(), indication.end());
    }
    const std::string indicated = when.empty() ? "yes" : all_of(when, " & ");
    return "reasons(of_all, " + indicated + ", " + (each.blocks.empty() ? "no" : all_of(each.blocks, " | ")) + ")";
  }

  void add_treatment(std::size_t index, std::vector<std::string>& lines) const {
    using Position = vertebra::model::Position;
    const Treatment& each = plan_.treatments[index];
    const std::string place = "[" + std::to_string(index) + "]";
    lines.push_back("advice.scores" + place + " = " + score(each) + ";");
    if (each.position == Position::against || each.position == Position::no_recommendation) {
      const std::string stance = each.position == Position::against ? "against" : "no_recommendation";
      lines.push_back("advice.verdicts" + place + " = (of_all & 1) != 0 ? Verdict::not_in_scope : Verdict::" + stance +
                      ";");
      lines.push_back("keys" + place + " = 0;");
      return;
    }
    const std::string first = "first_" + std::to_string(index);
    lines.push_back("const int " + first + " = std::countr_zero(" + reasons(each) + ");" + " advice.verdicts" + place +
                    " = verdict_by_first_reason[" + first + "]; keys" + place + " = key_of(group_by_first_reason[" +
                    first + "] & ranked, advice.scores" + place + ", " + std::to_string(index) + ");");
  }

  void write_advise() {
    std::vector<std::string> treatments;
    for (std::size_t i = 0; i < plan_.treatments.size(); ++i) add_treatment(i, treatments);
    if (!is_short_) write_functions("advise_on_treatments", treatments);
    line("void advise(const Patient& p, Advice& advice) {");
    if (is_short_) {
      for (const std::string& each : sign_lines()) line("  " + each);
      for (const Opinion& each : plan_.opinions) {
        if (has_sum(each)) line("  const Score of_" + each.id + " = " + argued(each) + ";");
      }
    } else {
      line("  static Signs s;\n  find_signs(p, s);\n  add_up_groups(p, s);");
    }
    write_care();
    std::vector<Literal> deferring;
    for (const RedFlag& each : plan_.red_flags) {
      if (each.defers) deferring.push_back(each.holds);
    }
    const std::string scope = text_of(plan_.scope);
    line("  const Truth deferred = " + (deferring.empty() ? "no" : all_of(deferring, " | ")) + ";");
    line("  const std::uint32_t of_all = reasons_of_all(" + scope + ", deferred);");
    line("  const bool at_the_top = advice.care_assessed != 0 & advice.least == " + std::to_string(plan_.levels - 1) +
         ";");
    line("  const std::uint32_t ranked = (" + scope + " & 1) != 0 & !at_the_top ? 3 : 0;");
    line("  std::array<std::int32_t, padded> keys;\n  for (std::size_t i = treatments; i < padded; ++i) keys[i] = 0;");
    if (is_short_) {
      for (const std::string& each : treatments) line("  " + each);
    } else {
      line("  advise_on_treatments(p, s, of_all, ranked, advice, keys.data());");
    }
    line("  rank(keys.data(), advice.ranks.data());\n}\n");
  }

  const Plan& plan_;
  std::vector<bool> narrowed_;
  bool is_short_;
  std::string text_;
};

}  // namespace

std::string best_cpp(const Plan& plan) { return Writer{plan}.write(); }

}  // namespace peers
