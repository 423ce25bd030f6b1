#include "load/silence_loader.hpp"

#include <utility>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

void check_code(Reading& reading, const document::Entry& entry) {
  std::vector<std::string> warnings;
  for (const base::CodeInfo& info : base::all_codes()) {
    const std::string code = base::make_diagnostic(info.code, {}).code;
    if (info.severity == Severity::warning) warnings.push_back(code);
    if (code != entry.key) continue;
    if (info.severity == Severity::error)
      reading.reporter.report(Code::bad_value, entry.place,
                              ticked(code) + " is an error, and only warnings are silenced", "mend what it reports");
    return;
  }
  const auto meant = did_you_mean(entry.key, warnings);
  reading.reporter.report(Code::unknown_name, entry.place, ticked(entry.key) + " is not the code of a problem",
                          meant.empty() ? "`vertebra explain` lists the codes" : meant);
}

}  // namespace

void read_silences(Reading& reading, Fields& fields, const std::vector<int>& files,
                   std::vector<model::Silence>& silences) {
  for (const document::Entry* entry : fields.section("silence")) {
    check_code(reading, *entry);
    Fields item{reading, "silence", *entry};
    model::Silence silence;
    silence.code = entry->key;
    silence.place = entry->place;
    silence.files = files;
    for (Name& name : item.one_or_more("of")) silence.of.push_back({std::move(name.text), name.place});
    silence.because = item.word("because", Need::required);
    item.close();
    silences.push_back(std::move(silence));
  }
}

}  // namespace vertebra::load
