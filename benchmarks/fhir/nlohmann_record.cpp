#include "nlohmann_record.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace nlohmann_record {
namespace {

using nlohmann::json;

struct Number {
  const char* code;
  const char* fact;
  const char* unit;
  int days;
};
constexpr std::array<Number, 4> numbers{{{"29463-7", "body_weight", "kg", 365},
                                         {"8310-5", "body_temperature", "Cel", 2},
                                         {"98979-8", "egfr", "mL/min/{1.73_m2}", 365},
                                         {"72514-3", "pain_severity", "{score}", 2}}};

int part(const std::string& text, std::size_t at, std::size_t size) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + size, value);
  return value;
}

std::chrono::sys_days day(const std::string& text) {
  return std::chrono::year{part(text, 0, 4)} / std::chrono::month{static_cast<unsigned>(part(text, 5, 2))} /
         std::chrono::day{static_cast<unsigned>(part(text, 8, 2))};
}

// All times of the bundle are in one zone.
std::int64_t minute(const std::string& text) {
  return std::int64_t{day(text).time_since_epoch().count()} * 1440 + part(text, 11, 2) * 60 + part(text, 14, 2);
}

std::string code_in(const json& codeable, const char* system) {
  for (const json& coding : codeable.at("coding"))
    if (coding.at("system") == system) return coding.at("code");
  return {};
}

struct Latest {
  std::int64_t at = 0;
  double low = 0, high = 0;
  std::string unit;
};

class Facts {
 public:
  Facts(const std::map<std::string, std::string>& by_code, vertebra::Date as_of) : by_code_{by_code}, as_of_{as_of} {
    today_ = std::chrono::year{as_of.year} / std::chrono::month{as_of.month} / std::chrono::day{as_of.day};
  }

  void read(const json& resource) {
    const std::string& kind = resource.at("resourceType").get_ref<const std::string&>();
    if (kind == "Patient") read_patient(resource);
    if (kind == "Condition") read_condition(resource);
    if (kind == "MedicationRequest") read_prescription(resource);
    if (kind == "Observation") read_observation(resource);
  }

  std::map<std::string, std::string> take() {
    for (const auto& [fact, latest] : latest_) {
      std::string text = vertebra::base::number_text(latest.low);
      if (latest.high != latest.low) text += " .. " + vertebra::base::number_text(latest.high);
      facts_[fact] = latest.unit == "{score}" ? text : text + " " + latest.unit;
    }
    return std::move(facts_);
  }

 private:
  void read_patient(const json& patient) {
    const std::string birth = patient.at("birthDate");
    const bool to_come =
        as_of_.month != part(birth, 5, 2) ? as_of_.month < part(birth, 5, 2) : as_of_.day < part(birth, 8, 2);
    facts_["age"] = std::to_string(as_of_.year - part(birth, 0, 4) - (to_come ? 1 : 0)) + " a";
  }

  void read_condition(const json& condition) {
    const bool active =
        code_in(condition.at("clinicalStatus"), "http://terminology.hl7.org/CodeSystem/condition-clinical") == "active";
    const bool confirmed = code_in(condition.at("verificationStatus"),
                                   "http://terminology.hl7.org/CodeSystem/condition-ver-status") == "confirmed";
    if (!active || !confirmed || day(condition.at("onsetDateTime")) > today_) return;
    const auto fact = by_code_.find("snomed|" + code_in(condition.at("code"), "http://snomed.info/sct"));
    const bool old_fever = fact != by_code_.end() && fact->second == "fever" &&
                           today_ - day(condition.at("recordedDate")) > std::chrono::days{14};
    if (fact != by_code_.end() && !old_fever) facts_[fact->second] = "yes";
  }

  void read_prescription(const json& order) {
    if (order.at("status") != "active" || order.at("intent") != "order" || day(order.at("authoredOn")) > today_) return;
    const auto code = code_in(order.at("medicationCodeableConcept"), "http://www.nlm.nih.gov/research/umls/rxnorm");
    if (code == "855332") facts_["anticoagulant_use"] = "anticoagulant or both";
    if (code == "310965") facts_["current_nsaid_use"] = "yes";
  }

  void read_observation(const json& observation) {
    const auto code = code_in(observation.at("code"), "http://loinc.org");
    for (const Number& each : numbers) {
      if (code != each.code || observation.at("status") != "final") continue;
      const std::string when = observation.at("effectiveDateTime");
      if (day(when) > today_ || today_ - day(when) > std::chrono::days{each.days}) continue;
      const json& quantity = observation.at("valueQuantity");
      if (quantity.at("system") != "http://unitsofmeasure.org" || quantity.at("code") != each.unit) continue;
      hear(each, minute(when), quantity.at("value").get<double>());
    }
  }

  void hear(const Number& of, std::int64_t at, double value) {
    const auto [known, is_new] = latest_.try_emplace(of.fact, Latest{at, value, value, of.unit});
    if (is_new || known->second.at > at) return;
    if (known->second.at < at) known->second = Latest{at, value, value, of.unit};
    known->second.low = std::min(known->second.low, value);
    known->second.high = std::max(known->second.high, value);
  }

  const std::map<std::string, std::string>& by_code_;
  vertebra::Date as_of_;
  std::chrono::sys_days today_;
  std::map<std::string, std::string> facts_;
  std::map<std::string, Latest> latest_;
};

}  // namespace

Reader::Reader(const std::vector<vertebra::FactInfo>& vocabulary) {
  for (const vertebra::FactInfo& fact : vocabulary)
    for (const vertebra::CodeBinding& code : fact.codes)
      facts_by_code_.emplace(std::string{code.system} + "|" + std::string{code.code}, fact.id);
}

std::map<std::string, std::string> Reader::read(const std::string& text, vertebra::Date as_of) const {
  Facts facts{facts_by_code_, as_of};
  const json bundle = json::parse(text);
  for (const json& entry : bundle.at("entry")) facts.read(entry.at("resource"));
  return facts.take();
}

}  // namespace nlohmann_record
