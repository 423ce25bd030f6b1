#include "generated_record.hpp"

#include <array>
#include <cstdio>

namespace generated_record {
namespace {

std::string day_of(int number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", 2015 + number % 11, 1 + number / 11 % 12,
                1 + number / 132 % 28);
  return text.data();
}

std::string codeable(const std::string& system, const std::string& code, const std::string& display) {
  return R"({"coding":[{"system":")" + system + R"(","code":")" + code + R"(","display":")" + display +
         R"("}],"text":")" + display + "\"}";
}

std::string head(const std::string& kind, int number) {
  const std::string id = kind.substr(0, 3) + "-" + std::to_string(1000000 + number);
  return R"({"fullUrl":"urn:uuid:)" + id + R"(","resource":{"resourceType":")" + kind + R"(","id":")" + id +
         R"(","meta":{"versionId":"1","lastUpdated":"2026-01-20T10:00:00.000+00:00","profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-)" +
         kind + R"("]},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Entry )" +
         std::to_string(number) + R"( of an invented patient<\/div>"},)";
}

const std::string subject = R"("subject":{"reference":"urn:uuid:Pat-1000000","display":"Invented Patient"},)"
                            R"("encounter":{"reference":"urn:uuid:Enc-1000001"},)";
const std::string tail = R"(,"request":{"method":"POST","url":"Resource"}})";

struct Measurement {
  const char* code;
  const char* display;
  const char* unit;
  int low, span;
};
constexpr std::array<Measurement, 8> measurements{{{"29463-7", "Body Weight", "kg", 70, 20},
                                                   {"8302-2", "Body Height", "cm", 160, 20},
                                                   {"8310-5", "Body temperature", "Cel", 36, 2},
                                                   {"98979-8", "Filtration rate", "mL/min/{1.73_m2}", 55, 40},
                                                   {"72514-3", "Pain severity", "{score}", 0, 10},
                                                   {"8867-4", "Heart rate", "/min", 60, 40},
                                                   {"2339-0", "Glucose", "mg/dL", 80, 40},
                                                   {"4548-4", "Hemoglobin A1c", "%", 5, 3}}};

std::string observation(int number, bool recent) {
  const Measurement& of = measurements[static_cast<std::size_t>(number) % measurements.size()];
  const std::string day = recent ? "2026-01-30" : day_of(number);
  return head("Observation", number) + R"("status":"final","category":[)" +
         codeable("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital signs") +
         R"(],"code":)" + codeable("http://loinc.org", of.code, of.display) + "," + subject +
         R"("effectiveDateTime":")" + day + R"(T09:)" + std::to_string(10 + number % 50) + R"(:00+01:00","issued":")" +
         day + R"(T12:00:00.000+01:00","valueQuantity":{"value":)" + std::to_string(of.low + number % of.span) +
         R"(,"unit":")" + of.unit + R"(","system":"http://unitsofmeasure.org","code":")" + of.unit + R"("}})" + tail;
}

std::string condition(int number) {
  constexpr std::array<std::array<const char*, 2>, 6> findings{{{"279039007", "Low back pain"},
                                                                {"444814009", "Viral sinusitis"},
                                                                {"73211009", "Diabetes mellitus"},
                                                                {"195662009", "Acute viral pharyngitis"},
                                                                {"64859006", "Osteoporosis"},
                                                                {"386661006", "Fever"}}};
  const auto& finding = findings[static_cast<std::size_t>(number) % findings.size()];
  const bool over = number % 2 == 1;
  return head("Condition", number) + R"("clinicalStatus":)" +
         codeable("http://terminology.hl7.org/CodeSystem/condition-clinical", over ? "resolved" : "active", "status") +
         R"(,"verificationStatus":)" +
         codeable("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed", "Confirmed") +
         R"(,"code":)" + codeable("http://snomed.info/sct", finding[0], finding[1]) + "," + subject +
         R"("onsetDateTime":")" + day_of(number) + "T08:00:00+01:00\"" +
         (over ? R"(,"abatementDateTime":"2025-12-01")" : std::string{}) + R"(,"recordedDate":")" + day_of(number) +
         "\"}" + tail;
}

std::string prescription(int number) {
  constexpr std::array<std::array<const char*, 2>, 4> medicines{
      {{"855332", "Warfarin"}, {"314076", "Lisinopril"}, {"310965", "Ibuprofen"}, {"860975", "Metformin"}}};
  const auto& medicine = medicines[static_cast<std::size_t>(number) % medicines.size()];
  const bool now = number % 12 == 0;
  return head("MedicationRequest", number) + R"("status":")" + (now ? "active" : "stopped") +
         R"(","intent":"order","medicationCodeableConcept":)" +
         codeable("http://www.nlm.nih.gov/research/umls/rxnorm", medicine[0], medicine[1]) + "," + subject +
         R"("authoredOn":"2026-01-02T09:00:00+01:00","dosageInstruction":[{"sequence":1,"timing":{"repeat":{"frequency":1,"period":1.0,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1}}]}]})" +
         tail;
}

std::string visit(int number) {
  return head("Encounter", number) +
         R"("status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"type":[)" +
         codeable("http://snomed.info/sct", "162673000", "General examination") + "]," + subject +
         R"("period":{"start":")" + day_of(number) + R"(T09:00:00+01:00","end":")" + day_of(number) +
         R"(T09:30:00+01:00"},"participant":[{"individual":{"reference":"urn:uuid:Pra-1","display":"Dr. Invented"}}]})" +
         tail;
}

std::string bill(int number) {
  return head("Claim", number) + R"("status":"active","use":"claim","type":)" +
         codeable("http://terminology.hl7.org/CodeSystem/claim-type", "professional", "Professional") + "," + subject +
         R"("item":[{"sequence":1,"productOrService":)" +
         codeable("http://snomed.info/sct", "162673000", "Examination") +
         R"(,"net":{"value":129.16,"currency":"USD"}},{"sequence":2,"productOrService":)" +
         codeable("http://snomed.info/sct", "430193006", "Reconciliation") +
         R"(,"net":{"value":512.51,"currency":"USD"}}],"total":{"value":641.67,"currency":"USD"}})" + tail;
}

std::string patient() {
  return head("Patient", 0) +
         R"("name":[{"use":"official","family":"Invented","given":["Pati\u0065nt"]}],"gender":"female","birthDate":"1958-04-12","address":[{"line":["1 Example Street"],"city":"Nowhere","country":"ZZ"}]})" +
         tail;
}

std::string entry(int number, bool recent) {
  switch (number % 10) {
    case 0: return condition(number / 10);
    case 1:
    case 2: return prescription(number);
    case 3: return visit(number);
    case 4:
    case 5: return bill(number);
    default: return observation(number, recent);
  }
}

}  // namespace

std::string bundle(std::size_t bytes) {
  std::string json = R"({"resourceType":"Bundle","type":"transaction","entry":[)" + patient();
  for (int number = 1; json.size() < bytes; ++number) json += "," + entry(number, json.size() + 80'000 > bytes);
  return json + "]}";
}

}  // namespace generated_record
