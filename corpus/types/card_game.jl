# Cards, hands and poker ranks.
@enum Suit clubs = 1 diamonds hearts spades
struct Card
    suit::Suit
    rank::Int
    function Card(suit, rank)
        1 <= rank <= 13 || throw(DomainError(rank, "no such rank"))
        new(suit, rank)
    end
end
const NAMES = Dict(1 => "A", 11 => "J", 12 => "Q", 13 => "K")
name(c::Card) = get(NAMES, c.rank, string(c.rank))
symbol(s::Suit) = Dict(clubs => '♣', diamonds => '♦', hearts => '♥', spades => '♠')[s]
Base.show(io::IO, c::Card) = print(io, name(c), symbol(c.suit))
Base.isless(a::Card, b::Card) = (a.rank, Int(a.suit)) < (b.rank, Int(b.suit))

struct Deck
    cards::Vector{Card}
end
Deck() = Deck([Card(s, r) for s in instances(Suit) for r in 1:13])
Base.length(d::Deck) = length(d.cards)
Base.getindex(d::Deck, i) = d.cards[i]
Base.iterate(d::Deck, state...) = iterate(d.cards, state...)
Base.eltype(::Type{Deck}) = Card
function shuffle!(d::Deck, seed)
    n = length(d)
    for i in n:-1:2
        seed = (1103515245 * seed + 12345) % 2147483648
        j = seed % i + 1
        d.cards[i], d.cards[j] = d.cards[j], d.cards[i]
    end
    d
end
deal!(d::Deck, n) = [pop!(d.cards) for _ in 1:n]

deck = Deck()
println(length(deck), " ", deck[1], " ", deck[52], " ", deck[1:3])
shuffle!(deck, 42)
hand = sort(deal!(deck, 5))
println(hand, " ", length(deck))
println(maximum(deck), " ", minimum(deck.cards), " ", count(c -> c.suit == hearts, deck))
println(Card(spades, 1) < Card(hearts, 2), " ", Card(clubs, 5) == Card(clubs, 5))

function classify(hand::Vector{Card})
    counts = Dict{Int,Int}()
    for c in hand
        counts[c.rank] = get(counts, c.rank, 0) + 1
    end
    groups = sort(collect(values(counts)); rev = true)
    flush = length(Set(c.suit for c in hand)) == 1
    ranks = sort([c.rank for c in hand])
    straight = length(counts) == 5 && (ranks[5] - ranks[1] == 4 || ranks == [1, 10, 11, 12, 13])
    flush && straight && return :straight_flush
    groups[1] == 4 && return :four
    groups == [3, 2] && return :full_house
    flush && return :flush
    straight && return :straight
    groups[1] == 3 && return :three
    groups[1:2] == [2, 2] && return :two_pairs
    groups[1] == 2 && return :pair
    return :high_card
end
C(s) = Card(Dict('C' => clubs, 'D' => diamonds, 'H' => hearts, 'S' => spades)[s[end]], parse(Int, s[1:end-1]))
for text in ("1C 10C 11C 12C 13C", "2C 2D 2H 2S 9C", "3C 3D 3H 4C 4D", "2H 4H 6H 8H 10H", "5C 6D 7H 8S 9C", "7C 7D 7H 1C 2D", "7C 7D 8H 8C 2D", "7C 7D 8H 9C 2D", "2C 4D 6H 8S 10C")
    hand = C.(split(text))
    println(rpad(string(classify(hand)), 16), hand)
end
try
    Card(hearts, 14)
catch e
    println(typeof(e), ": ", e.val, " ", e.msg)
end
tally = Dict{Suit,Vector{Int}}()
for c in deck.cards[1:8]
    push!(get!(tally, c.suit, Int[]), c.rank)
end
for s in instances(Suit)
    haskey(tally, s) && println(s, " => ", sort(tally[s]))
end
