#include "image/image_file.hpp"

#include <bit>
#include <concepts>
#include <cstring>
#include <type_traits>

#include "image/image_check.hpp"
#include "image/image_fields.hpp"

namespace vertebra::image {
namespace {

constexpr std::string_view mark = "vertebra image\n";
constexpr std::uint32_t version = 2;
constexpr std::size_t head_size = mark.size() + 4 + 8 + 8;

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <Plain T>
auto bits_of(T value) {
  if constexpr (std::is_enum_v<T>) {
    return static_cast<std::underlying_type_t<T>>(value);
  } else if constexpr (std::same_as<T, double>) {
    return std::bit_cast<std::uint64_t>(value);
  } else if constexpr (std::same_as<T, bool>) {
    return static_cast<std::uint8_t>(value);
  } else {
    return static_cast<std::make_unsigned_t<T>>(value);
  }
}

// Finds damage, not intent: eight bytes at a time, each step a bijection of what came before.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0x9e37'79b9'7f4a'7c15U ^ bytes.size();
  const auto mix = [&](std::uint64_t word) {
    sum = (sum ^ word) * 0xff51'afd7'ed55'8ccdU;
    sum ^= sum >> 32;
  };
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    for (std::size_t byte = 0; byte < 8; ++byte)
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i + byte])} << (8 * byte);
    mix(word);
  }
  for (; i < bytes.size(); ++i) mix(static_cast<unsigned char>(bytes[i]));
  return sum;
}

// What one part takes in a file at least: lists and texts may be empty.
template <class T>
constexpr std::size_t least_size() {
  if constexpr (Plain<T>) {
    return sizeof(T);
  } else if constexpr (std::tuple_size_v<decltype(fields_of<T>)> == 0) {
    return sizeof(std::uint32_t);
  } else {
    return std::apply(
        [](auto... members) {
          return (least_size<std::remove_cvref_t<decltype(std::declval<T&>().*members)>>() + ...);
        },
        fields_of<T>);
  }
}

class Writer {
 public:
  template <Plain T>
  void operator()(T value) {
    auto bits = bits_of(value);
    for (std::size_t i = 0; i < sizeof(bits); ++i) bytes_ += static_cast<char>(bits >> (8 * i) & 0xff);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  void operator()(const std::vector<T>& list) {
    (*this)(static_cast<std::uint32_t>(list.size()));
    for (const T& each : list) (*this)(each);
  }
  template <class T>
  requires std::is_class_v<T>
  void operator()(const T& part) {
    static_assert(std::tuple_size_v<decltype(fields_of<T>)> != 0);
    for_each_field(part, *this);
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_{bytes} {}

  template <Plain T>
  void operator()(T& value) {
    decltype(bits_of(value)) bits{};
    if (bytes_.size() - position_ < sizeof(bits)) {
      failed_ = true;
      return;
    }
    const auto* const from = reinterpret_cast<const unsigned char*>(bytes_.data()) + position_;
    for (std::size_t i = 0; i < sizeof(bits); ++i)
      bits = static_cast<decltype(bits)>(bits | static_cast<decltype(bits)>(from[i]) << (8 * i));
    position_ += sizeof(bits);
    set(value, bits);
  }
  void operator()(std::string& text) {
    const std::uint32_t size = count(1);
    if (!failed_) text = bytes_.substr(position_, size);
    position_ += size;
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    list.resize(count(least_size<T>()));  // Memory is taken only for what is there.
    for (T& each : list) (*this)(each);
  }
  template <class T>
  requires std::is_class_v<T>
  void operator()(T& part) { for_each_field(part, *this); }

  // Everything was there, and nothing is left.
  bool is_done() const { return !failed_ && position_ == bytes_.size(); }

 private:
  template <class T, class Bits>
  void set(T& value, Bits bits) {
    if constexpr (std::same_as<T, double>) {
      value = std::bit_cast<double>(bits);
    } else if constexpr (std::same_as<T, bool>) {
      if (bits > 1) failed_ = true;
      value = bits != 0;
    } else {
      value = static_cast<T>(bits);
    }
  }
  std::uint32_t count(std::size_t bytes_each) {
    std::uint32_t count = 0;
    (*this)(count);
    if (failed_ || count > (bytes_.size() - position_) / bytes_each) {
      failed_ = true;
      return 0;
    }
    return count;
  }

  std::string_view bytes_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

ReadFile refused(std::string problem) { return {std::nullopt, {}, std::move(problem)}; }

}  // namespace

std::string seal(std::string_view body) {
  Writer head;
  head(version);
  head(static_cast<std::uint64_t>(body.size()));
  head(checksum(body));
  std::string bytes{mark};
  bytes += head.take();
  bytes += body;
  return bytes;
}

std::string write_file(const Image& image, const Label& label) {
  Writer body;
  body(label.vocabulary);
  body(label.language);
  body(image);
  return seal(body.take());
}

ReadFile read_file(std::string_view bytes) {
  if (!bytes.starts_with(mark) || bytes.size() < head_size) return refused("the file is not a compiled rule set");
  std::uint32_t found_version = 0;
  std::uint64_t size = 0, sum = 0;
  Reader head{bytes.substr(mark.size(), head_size - mark.size())};
  head(found_version);
  head(size);
  head(sum);
  if (found_version != version)
    return refused("the file is of version " + std::to_string(found_version) + " of compiled rule sets, and this is " +
                   std::to_string(version));
  const std::string_view body = bytes.substr(head_size);
  if (body.size() != size) return refused("the file was cut off or has grown");
  if (checksum(body) != sum) return refused("the file is damaged: its checksum is another");
  ReadFile result{Image{}, {}, {}};
  Reader reader{body};
  reader(result.label.vocabulary);
  reader(result.label.language);
  reader(*result.image);
  if (!reader.is_done()) return refused("the file is damaged: its parts have other lengths than it says");
  if (std::string problem = check_image(*result.image); !problem.empty())
    return refused("the file holds rules that cannot be run: " + problem);
  return result;
}

}  // namespace vertebra::image
