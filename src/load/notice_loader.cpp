#include "load/notice_loader.hpp"

#include "base/text.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

void check_not_the_engines(GuideReading& guide, const document::Entry& entry) {
  if (entry.key == "expired" || entry.key == "care_not_assessed")
    guide.reading.reporter.report(base::Code::reserved_word, entry.place,
                                  ticked(entry.key) + " is a notice that is given without a rule", "choose another id");
}

}  // namespace

void read_obligations(GuideReading& guide) {
  Ids ids{guide.reading};
  for (const auto* entry : guide.fields.section("obligations")) {
    Fields item{guide.reading, "obligation", *entry};
    model::Obligation obligation;
    obligation.id = entry->key;
    obligation.place = entry->place;
    obligation.beside = guide.treatments(item, "beside", Need::required);
    obligation.says = item.text("says", Need::required);
    obligation.sources = guide.cite(item, Basis::shown);
    item.close();
    if (ids.add(entry->key, entry->place, "obligation")) guide.guide.obligations.push_back(std::move(obligation));
  }
}

void read_notices(GuideReading& guide) {
  Ids ids{guide.reading};
  for (const auto* entry : guide.fields.section("notices")) {
    check_not_the_engines(guide, *entry);
    Fields item{guide.reading, "notice", *entry};
    model::Notice notice;
    notice.id = entry->key;
    notice.place = entry->place;
    notice.when = guide.expression(item, "when", Need::optional);
    notice.says = item.text("says", Need::required);
    notice.sources = guide.cite(item, Basis::shown);
    item.close();
    if (ids.add(entry->key, entry->place, "notice")) guide.guide.notices.push_back(std::move(notice));
  }
}

void read_not_encoded(GuideReading& guide) {
  Ids of_sources{guide.reading, Form::source_id};  // It may be called like the source that it explains.
  Ids of_words{guide.reading};
  for (const auto* entry : guide.fields.section("not_encoded")) {
    Fields item{guide.reading, "not_encoded", *entry};
    model::NotEncoded reason;
    reason.id = entry->key;
    reason.place = entry->place;
    reason.because = item.text("because", Need::required);
    reason.sources = guide.cite(item, Basis::explained, Need::optional);
    item.close();
    Ids& ids = base::is_source_id(entry->key) ? of_sources : of_words;
    if (ids.add(entry->key, entry->place, "reason")) guide.guide.not_encoded.push_back(std::move(reason));
  }
}

}  // namespace vertebra::load
